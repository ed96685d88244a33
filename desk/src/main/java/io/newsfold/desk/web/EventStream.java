package io.newsfold.desk.web;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The stream of events to one client. Writes without blocking, one event after the other; events that the client has
 * not read wait in memory, and beyond a limit the client is disconnected. Thread-safe.
 */
final class EventStream {
    private static final int MAX_WAITING_BYTES = 64 * 1024;

    private final Response response;
    private final Callback callback;
    private final @Nullable String story;
    private final Consumer<EventStream> onEnd;
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean writing;
    private boolean ended;

    /**
     * @param story id of the only story whose events the client wants; null for all
     * @param onEnd called once when the stream has ended
     */
    EventStream(Response response, Callback callback, @Nullable String story, Consumer<EventStream> onEnd) {
        this.response = response;
        this.callback = callback;
        this.story = story;
        this.onEnd = onEnd;
    }

    /** The only story whose events the client wants; null for all. */
    @Nullable
    String story() {
        return story;
    }

    void send(byte[] event) {
        boolean full;
        synchronized (this) {
            if (ended) {
                return;
            }
            full = waitingBytes > MAX_WAITING_BYTES;
            waiting.addLast(event);
            waitingBytes += event.length;
            if (writing && !full) {
                return;
            }
            writing = true;
        }
        if (full) {
            fail(new IllegalStateException("the client does not keep up"));
        } else {
            write();
        }
    }

    private void write() {
        byte[] next;
        synchronized (this) {
            next = waiting.pollFirst();
            if (next == null || ended) {
                writing = false;
                return;
            }
            waitingBytes -= next.length;
        }
        response.write(false, ByteBuffer.wrap(next), Callback.from(this::write, this::fail));
    }

    /** Ends the stream in order. */
    void end() {
        if (isFirstEnd()) {
            response.write(true, ByteBuffer.allocate(0), callback);
        }
    }

    private void fail(Throwable cause) {
        if (isFirstEnd()) {
            callback.failed(cause);
        }
    }

    private boolean isFirstEnd() {
        synchronized (this) {
            if (ended) {
                return false;
            }
            ended = true;
            waiting.clear();
        }
        onEnd.accept(this);
        return true;
    }
}
