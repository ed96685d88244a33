package io.newsfold.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Json;
import io.newsfold.contract.StoryChange;
import io.newsfold.contract.Topic;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
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
 * Changes of stories as Server-Sent Events. The id of an event holds the next offset of each partition, so that a
 * client that connects again receives the events it missed. Where those are no longer in memory it receives one event
 * {@code reset}, and loads its page again. A client that does not keep up is disconnected. Thread-safe.
 */
final class EventStreams implements AutoCloseable {
    static final int MAX_CLIENTS = 1_000;
    private static final int MAX_RECENT = 10_000;
    private static final byte[] HEARTBEAT = ": still here\n\n".getBytes(UTF_8);
    private static final byte[] RESET = "event: reset\ndata: {}\n\n".getBytes(UTF_8);

    /** An event and the place of its record; {@code text} is the event as it is sent. */
    @SuppressWarnings("ArrayRecordComponent") // sent, never compared
    private record SentEvent(int partition, long offset, String story, byte[] text) {}

    private final Deque<SentEvent> recent = new ArrayDeque<>();
    private final SortedMap<Integer, Long> next = new TreeMap<>();
    private SortedMap<Integer, Long> first;
    private final Set<EventStream> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /** @param from offsets of the next records that the index reads */
    EventStreams(Map<TopicPartition, Long> from) {
        from.forEach((partition, offset) -> {
            if (partition.topic().equals(Topic.CHANGES.topicName())) {
                next.put(partition.partition(), offset);
            }
        });
        first = new TreeMap<>(next);
        var unused =
                heartbeat.scheduleAtFixedRate(() -> clients.forEach(c -> c.send(HEARTBEAT)), 15, 15, TimeUnit.SECONDS);
    }

    /** Sends a change to all clients; to be called by one thread, in the order of offsets. */
    synchronized void publish(ConsumerRecord<String, byte[]> entry) {
        next.put(entry.partition(), entry.offset() + 1);
        StoryChange change = Json.read(entry.value(), StoryChange.class);
        String text = "id: " + id() + "\nevent: " + change.kind().name().toLowerCase(Locale.ROOT) + "\ndata: "
                + Json.text(change) + "\n\n";
        SentEvent event = new SentEvent(entry.partition(), entry.offset(), change.story(), text.getBytes(UTF_8));
        recent.addLast(event);
        if (recent.size() > MAX_RECENT) {
            SentEvent oldest = recent.removeFirst();
            first.put(oldest.partition(), oldest.offset() + 1);
        }
        clients.stream().filter(client -> isFor(client, event)).forEach(client -> client.send(event.text()));
    }

    private static boolean isFor(EventStream client, SentEvent event) {
        return client.story() == null || event.story().equals(client.story());
    }

    private String id() {
        return next.entrySet().stream()
                .map(e -> e.getKey() + "." + e.getValue())
                .collect(Collectors.joining("-"));
    }

    /**
     * Opens a stream, with the events that the client missed.
     *
     * @param story id of the only story whose events the client wants; null for all
     * @param last the id of the last event that the client has; null where it has none
     * @return whether there is room for one more client
     */
    boolean open(Response response, Callback callback, @Nullable String story, @Nullable String last) {
        if (clients.size() >= MAX_CLIENTS) {
            return false;
        }
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        EventStream client = new EventStream(response, callback, story, clients::remove);
        synchronized (this) {
            ByteArrayOutputStream start = new ByteArrayOutputStream();
            missed(last).stream()
                    .filter(event -> isFor(client, event))
                    .forEach(event -> start.writeBytes(event.text()));
            if (last != null && !canResume(last)) {
                start.writeBytes(RESET);
            }
            start.writeBytes(("retry: 2000\nid: " + id() + "\nevent: hello\ndata: {}\n\n").getBytes(UTF_8));
            client.send(start.toByteArray());
            clients.add(client);
        }
        return true;
    }

    /** The events since {@code last}; none where some of them are no longer in memory. */
    private List<SentEvent> missed(@Nullable String last) {
        if (last == null || !canResume(last)) {
            return List.of();
        }
        Map<Integer, Long> seen = offsets(last);
        List<SentEvent> missed = new ArrayList<>();
        for (SentEvent event : recent) {
            if (event.offset() >= seen.getOrDefault(event.partition(), 0L)) {
                missed.add(event);
            }
        }
        return missed;
    }

    private boolean canResume(String last) {
        Map<Integer, Long> seen = offsets(last);
        return last.equals(id())
                || !seen.isEmpty()
                        && first.entrySet().stream().allMatch(e -> seen.getOrDefault(e.getKey(), 0L) >= e.getValue());
    }

    /** The offsets in the id of an event; empty where the text is no such id. */
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
        heartbeat.shutdownNow();
        clients.forEach(EventStream::end);
    }
}
