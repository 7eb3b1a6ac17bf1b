package dev.sendero.rules.template;

import dev.sendero.api.message.Content;
import dev.sendero.api.message.Rendered;
import java.util.Map;

/** Makes what a recipient gets of a content and a message's variables: a function of the two. Safe for many threads. */
public interface Renderer {

    /**
     * @param to the profile's address; the recipient when the content names none
     * @param variables what Liquid may name: {@code profile}, {@code run}, {@code now}, {@code links}
     * @throws RenderFailure when the recipient is empty or a template fails
     */
    Rendered render(Content content, String to, Map<String, Object> variables) throws RenderFailure;

    /**
     * Finds out whether a message can be rendered, for who has no use for what it says.
     *
     * @throws RenderFailure whenever {@link #render} throws it
     */
    default void check(Content content, String to, Map<String, Object> variables) throws RenderFailure {
        render(content, to, variables);
    }
}
