package dev.sendero.connectors.email;

/** Who a mail server thinks we are. The password shows in no text made of this. */
public record MailLogin(String user, String password) {

    /** No authentication. */
    public static final MailLogin NONE = new MailLogin("", "");

    public boolean isNone() {
        return user.isEmpty();
    }

    @Override
    public String toString() {
        return isNone() ? "no login" : user;
    }
}
