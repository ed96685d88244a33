package io.newsfold.enrich.thread;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A ledger on maps, for tests. */
public final class MemoryLedger implements Ledger {
    final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, Map<String, Pair>> pairs = new HashMap<>();
    private final Map<String, Map<String, Member>> stories = new HashMap<>();
    private @Nullable Place last;

    @Override
    public Optional<Node> node(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    @Override
    public void put(Node node) {
        nodes.put(node.id(), node);
        last = last == null || last.isBefore(node.place()) ? node.place() : last;
    }

    @Override
    public List<Pair> pairs(String id) {
        return List.copyOf(pairs.getOrDefault(id, Map.of()).values());
    }

    @Override
    public void putPair(String id, Pair pair) {
        pairs.computeIfAbsent(id, i -> new HashMap<>()).put(pair.other(), pair);
    }

    @Override
    public void removePair(String id, String other) {
        pairs.computeIfAbsent(id, i -> new HashMap<>()).remove(other);
    }

    @Override
    public List<Member> members(String story) {
        return List.copyOf(stories.getOrDefault(story, Map.of()).values());
    }

    @Override
    public void putMember(String story, Member member) {
        stories.computeIfAbsent(story, s -> new HashMap<>()).put(member.place().id(), member);
    }

    @Override
    public void removeMember(String story, String id) {
        stories.computeIfAbsent(story, s -> new HashMap<>()).remove(id);
    }

    @Override
    public Optional<Place> last() {
        return Optional.ofNullable(last);
    }
}
