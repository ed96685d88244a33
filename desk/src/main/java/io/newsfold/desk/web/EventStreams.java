package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Json;
import io.newsfold.contract.StoryChange;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Changes of stories as Server-Sent Events. An event's id is how far all partitions have been told, so that a client that comes back is told what it missed; where that is no longer
 * in memory it gets one event {@code reset}, and looks anew. A client that does not keep up is dropped. Thread-safe.
 */
final class EventStreams implements AutoCloseable {
    static final int MOST_CLIENTS = 1_000;
    private static final int MOST_KEPT = 10_000;
    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(UTF_8);
    private static final byte[] RESET = "event: reset\ndata: {}\n\n".getBytes(UTF_8);

    /**
     * Something told.
     *
     * @param text the event as it is sent
     */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    private record Told(int partition, long offset, String story, byte[] text) {}

    private final Deque<Told> kept = new ArrayDeque<>();
    private final SortedMap<Integer, Long> next = new TreeMap<>();
    private SortedMap<Integer, Long> first;
    private final Set<EventStream> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /** @param from where the view reads on */
    EventStreams(Map<TopicPartition, Long> from) {
        from.forEach((partition, offset) -> {
            if (partition.topic().equals(io.newsfold.contract.Topic.CHANGES.topicName())) {
                next.put(partition.partition(), offset);
            }
        });
        first = new TreeMap<>(next);
        var unused = heart.scheduleAtFixedRate(() -> clients.forEach(c -> c.send(HEARTBEAT)), 15, 15, TimeUnit.SECONDS);
    }

    /** Tells all clients; to be called by one thread, in the order of offsets. */
    synchronized void tell(ConsumerRecord<String, byte[]> entry) {
        next.put(entry.partition(), entry.offset() + 1);
        StoryChange change = Json.read(entry.value(), StoryChange.class);
        String text = "id: " + id() + "\nevent: " + change.kind().name().toLowerCase(java.util.Locale.ROOT) + "\ndata: "
                + Json.text(change) + "\n\n";
        Told told = new Told(entry.partition(), entry.offset(), change.story(), text.getBytes(UTF_8));
        kept.addLast(told);
        if (kept.size() > MOST_KEPT) {
            Told gone = kept.removeFirst();
            first.put(gone.partition(), gone.offset() + 1);
        }
        clients.stream().filter(client -> isFor(client, told)).forEach(client -> client.send(told.text()));
    }

    private static boolean isFor(EventStream client, Told told) {
        return client.story() == null || told.story().equals(client.story());
    }

    private String id() {
        return next.entrySet().stream()
                .map(e -> e.getKey() + "." + e.getValue())
                .collect(Collectors.joining("-"));
    }

    /**
     * Holds the response open.
     *
     * @param story only what happens to this story; null for all
     * @param last the id of the last event that the client has; null where it has none
     * @return whether there is room for one more client
     */
    boolean open(Response response, Callback callback, @Nullable String story, @Nullable String last) {
        if (clients.size() >= MOST_CLIENTS) {
            return false;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        EventStream client = new EventStream(response, callback, story, clients::remove);
        synchronized (this) {
            ByteArrayOutputStream start = new ByteArrayOutputStream();
            missed(last).stream().filter(told -> isFor(client, told)).forEach(told -> start.writeBytes(told.text()));
            if (last != null && !canGoOn(last)) {
                start.writeBytes(RESET);
            }
            start.writeBytes(("retry: 2000\nid: " + id() + "\nevent: hello\ndata: {}\n\n").getBytes(UTF_8));
            client.send(start.toByteArray());
            clients.add(client);
        }
        return true;
    }

    /** What was told since {@code last}; nothing where that is not known any more. */
    private List<Told> missed(@Nullable String last) {
        if (last == null || !canGoOn(last)) {
            return List.of();
        }
        Map<Integer, Long> seen = offsets(last);
        List<Told> missed = new ArrayList<>();
        for (Told told : kept) {
            if (told.offset() >= seen.getOrDefault(told.partition(), 0L)) {
                missed.add(told);
            }
        }
        return missed;
    }

    private boolean canGoOn(String last) {
        Map<Integer, Long> seen = offsets(last);
        return last.equals(id())
                || !seen.isEmpty()
                        && first.entrySet().stream().allMatch(e -> seen.getOrDefault(e.getKey(), 0L) >= e.getValue());
    }

    /** Empty where it is no id of ours. */
    private static Map<Integer, Long> offsets(String id) {
        Map<Integer, Long> offsets = new TreeMap<>();
        if (id.matches("(\\d{1,5}\\.\\d{1,18}-?)+")) {
            for (String part : id.split("-")) {
                offsets.put(
                        Integer.parseInt(part.substring(0, part.indexOf('.'))),
                        Long.parseLong(part.substring(part.indexOf('.') + 1)));
            }
        }
        return offsets;
    }

    int clients() {
        return clients.size();
    }

    @Override
    public void close() {
        heart.shutdownNow();
        clients.forEach(EventStream::end);
    }
}
