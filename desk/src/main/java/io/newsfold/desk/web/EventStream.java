package io.newsfold.desk.web;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One client of the changes. Writes without waiting, one after the other; what the client has not taken is kept up to a limit, then it is dropped. Thread-safe. */
final class EventStream {
    private static final int MOST_WAITING = 64 * 1024;

    private final Response response;
    private final Callback done;
    private final @Nullable String story;
    private final Consumer<EventStream> gone;
    private final ArrayDeque<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean writing;
    private boolean over;

    /** @param gone called once when the stream has ended */
    EventStream(Response response, Callback done, @Nullable String story, Consumer<EventStream> gone) {
        this.response = response;
        this.done = done;
        this.story = story;
        this.gone = gone;
    }

    /** The only story that it wants to hear of, null for all. */
    @Nullable
    String story() {
        return story;
    }

    void send(byte[] event) {
        boolean full;
        synchronized (this) {
            if (over) {
                return;
            }
            full = waitingBytes > MOST_WAITING;
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
            if (next == null || over) {
                writing = false;
                return;
            }
            waitingBytes -= next.length;
        }
        response.write(false, ByteBuffer.wrap(next), Callback.from(this::write, this::fail));
    }

    /** Ends the stream as it should end. */
    void end() {
        if (isFirstEnd()) {
            response.write(true, ByteBuffer.allocate(0), done);
        }
    }

    private void fail(Throwable why) {
        if (isFirstEnd()) {
            done.failed(why);
        }
    }

    private boolean isFirstEnd() {
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            waiting.clear();
        }
        gone.accept(this);
        return true;
    }
}
