package dev.sendero.connectors.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Calls over HTTP/1.1 to addresses that somebody has looked at: no name is resolved here, no redirect followed, nothing logged. Each has a
 * connection of its own, which is cut when its time is over, wherever it is then.
 */
final class PinnedCalls implements AutoCloseable {

    private static final int MOST_ADDRESSES = 3;
    private static final int NO_CONTENT = 204;
    private static final int MOST_BODY_BYTES = 65_536;
    private static final Duration LONGEST_BODY = Duration.ofSeconds(1);

    private final SSLSocketFactory tls;
    private final Duration connectTimeout;
    private final Duration callTimeout;
    private final ScheduledThreadPoolExecutor deadlines;

    PinnedCalls(SSLSocketFactory tls, Duration connectTimeout, Duration callTimeout) {
        this.tls = tls;
        this.connectTimeout = connectTimeout;
        this.callTimeout = callTimeout;
        this.deadlines = new ScheduledThreadPoolExecutor(1, task -> {
            var thread = new Thread(task, "webhook-deadlines");
            thread.setDaemon(true);
            return thread;
        });
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /**
     * @param addresses of the target's host, at least one; where one cannot be connected to, another two are tried
     * @param request the whole of it
     */
    Reply make(Target target, List<InetAddress> addresses, byte[] request) {
        String reason = "there is no address";
        for (InetAddress address : addresses.subList(0, Math.min(addresses.size(), MOST_ADDRESSES))) {
            var socket = new Socket();
            var late = new AtomicBoolean();
            Future<?> deadline =
                    deadlines.schedule(() -> cut(socket, late), callTimeout.toMillis(), TimeUnit.MILLISECONDS);
            try (socket) {
                socket.connect(new InetSocketAddress(address, target.port()), (int) connectTimeout.toMillis());
                return talk(target, socket, late, request);
            } catch (IOException unreachable) {
                reason = "no connection: " + unreachable.getClass().getSimpleName();
                if (late.get()) {
                    break;
                }
            } finally {
                deadline.cancel(false);
            }
        }
        return new Reply.NotSent(reason);
    }

    private Reply talk(Target target, Socket connected, AtomicBoolean late, byte[] request) {
        boolean begun = false;
        try (Socket socket = target.secure() ? secured(target, connected) : connected) {
            begun = true;
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            InputStream input = new BufferedInputStream(socket.getInputStream());
            var head = AnswerHead.read(input);
            drain(head, input, connected);
            return new Reply.Answered(head.status(), head.header("retry-after"));
        } catch (IOException broken) {
            String reason = late.get()
                    ? "no answer within " + callTimeout
                    : "the connection broke: " + broken.getClass().getSimpleName();
            return begun ? new Reply.Unanswered(reason) : new Reply.NotSent("no secure connection; " + reason);
        }
    }

    /** The certificate must be that of the URL's host, whatever the address. */
    private Socket secured(Target target, Socket connected) throws IOException {
        var socket = (SSLSocket) tls.createSocket(connected, target.host(), target.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!target.isAddress()) {
            parameters.setServerNames(List.of(new SNIHostName(target.host())));
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /**
     * Lets the receiver say what it has to say, a little: some stop working when the connection ends before. What it
     * says is of no interest, and the answer counts already.
     */
    private static void drain(AnswerHead head, InputStream input, Socket connected) {
        long left = head.status() == NO_CONTENT ? 0 : MOST_BODY_BYTES;
        if (head.header("content-length").matches("[0-9]{1,9}")) {
            left = Math.min(left, Long.parseLong(head.header("content-length")));
        }
        try {
            connected.setSoTimeout((int) LONGEST_BODY.toMillis());
            var buffer = new byte[8_192];
            while (left > 0) {
                int read = input.read(buffer, 0, (int) Math.min(left, buffer.length));
                left = read < 0 ? 0 : left - read;
            }
        } catch (IOException enough) {
            return;
        }
    }

    private static void cut(Socket socket, AtomicBoolean late) {
        late.set(true);
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Whoever waits for it hears of it in any case.
            return;
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
