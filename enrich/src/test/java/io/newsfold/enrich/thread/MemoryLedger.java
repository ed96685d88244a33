package io.newsfold.enrich.thread;

import io.newsfold.contract.LineageOverride;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A ledger on maps, for tests. */
public final class MemoryLedger implements Ledger {
    final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, TreeMap<Place, Pair>> pairs = new HashMap<>();
    private final Map<String, TreeMap<Place, Member>> stories = new HashMap<>();
    private final Map<String, Map<String, LineageOverride>> overrides = new HashMap<>();
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
    public Collection<Pair> pairs(String id) {
        return pairs.getOrDefault(id, new TreeMap<>()).values();
    }

    @Override
    public Collection<Pair> pairsAfter(String id, Place place) {
        return pairs.getOrDefault(id, new TreeMap<>()).tailMap(place, false).values();
    }

    @Override
    public void putPair(String id, Pair pair) {
        pairs.computeIfAbsent(id, i -> new TreeMap<>()).put(pair.other(), pair);
    }

    @Override
    public void removePair(String id, Place other) {
        pairs.computeIfAbsent(id, i -> new TreeMap<>()).remove(other);
    }

    @Override
    public Collection<Member> members(String story) {
        return stories.getOrDefault(story, new TreeMap<>()).values();
    }

    @Override
    public void putMember(String story, Member member) {
        stories.computeIfAbsent(story, s -> new TreeMap<>()).put(member.place(), member);
    }

    @Override
    public void removeMember(String story, Place place) {
        stories.computeIfAbsent(story, s -> new TreeMap<>()).remove(place);
    }

    @Override
    public List<LineageOverride> overrides(String id) {
        return List.copyOf(overrides.getOrDefault(id, Map.of()).values());
    }

    @Override
    public void putOverride(LineageOverride override) {
        for (String id : List.of(override.a(), override.b())) {
            overrides.computeIfAbsent(id, i -> new TreeMap<>()).put(override.key(), override);
        }
    }

    @Override
    public Optional<Place> last() {
        return Optional.ofNullable(last);
    }
}
