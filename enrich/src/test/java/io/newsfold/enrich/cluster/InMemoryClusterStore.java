package io.newsfold.enrich.cluster;

import io.newsfold.contract.CanonicalPosition;
import io.newsfold.contract.LineageOverride;
import io.newsfold.enrich.match.CandidatePair;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A cluster store on maps, for tests. */
public final class InMemoryClusterStore implements ClusterStore {
    final Map<String, ClusteredArticle> articles = new TreeMap<>();
    private final Map<String, TreeMap<CanonicalPosition, CandidatePair>> pairs = new HashMap<>();
    private final Map<String, TreeMap<CanonicalPosition, Member>> stories = new HashMap<>();
    private final Map<String, Map<String, LineageOverride>> overrides = new HashMap<>();
    private @Nullable CanonicalPosition last;

    @Override
    public Optional<ClusteredArticle> article(String id) {
        return Optional.ofNullable(articles.get(id));
    }

    @Override
    public void put(ClusteredArticle article) {
        articles.put(article.id(), article);
        last = last == null || last.isBefore(article.position()) ? article.position() : last;
    }

    @Override
    public Collection<CandidatePair> pairs(String id) {
        return pairs.getOrDefault(id, new TreeMap<>()).values();
    }

    @Override
    public Collection<CandidatePair> pairsAfter(String id, CanonicalPosition position) {
        return pairs.getOrDefault(id, new TreeMap<>()).tailMap(position, false).values();
    }

    @Override
    public void putPair(String id, CandidatePair pair) {
        pairs.computeIfAbsent(id, i -> new TreeMap<>()).put(pair.other(), pair);
    }

    @Override
    public void removePair(String id, CanonicalPosition other) {
        pairs.computeIfAbsent(id, i -> new TreeMap<>()).remove(other);
    }

    @Override
    public Collection<Member> members(String story) {
        return stories.getOrDefault(story, new TreeMap<>()).values();
    }

    @Override
    public void putMember(String story, Member member) {
        stories.computeIfAbsent(story, s -> new TreeMap<>()).put(member.position(), member);
    }

    @Override
    public void removeMember(String story, CanonicalPosition position) {
        stories.computeIfAbsent(story, s -> new TreeMap<>()).remove(position);
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
    public Optional<CanonicalPosition> last() {
        return Optional.ofNullable(last);
    }
}
