package io.newsfold.desk.web;

import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.SourceName;
import io.newsfold.contract.Story;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A story as a list shows it. */
public record StoryCard(Story story) {
    private static final int NAMED_SOURCES = 4;
    private static final int LEAD = 6;
    private static final int BRIEF = 1;

    /** Number of sources that have more than copies: what a story weighs. */
    public int weight() {
        return independentSources(story).size();
    }

    /** How large it is shown: lead, usual or brief. */
    public String size() {
        int weight = weight();
        return weight >= LEAD ? "lead" : weight <= BRIEF ? "brief" : "usual";
    }

    /** The sources that have an article which is no copy, the first first. */
    static Set<String> independentSources(Story story) {
        return story.articles().stream()
                .filter(member -> member.relation() != Relation.COPY)
                .flatMap(member -> SourceName.of(member.publisher(), member.url()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The names of the first sources. */
    public List<String> namedSources() {
        return sources().stream().limit(NAMED_SOURCES).toList();
    }

    /** Number of sources that are not named. */
    public int otherSources() {
        return Math.max(0, sources().size() - NAMED_SOURCES);
    }

    /** All sources, the independent ones first. */
    private Set<String> sources() {
        Set<String> sources = independentSources(story);
        sources.addAll(story.sources());
        return sources;
    }

    /** Number of copies. */
    public long copies() {
        return story.articles().stream()
                .filter(member -> member.relation() == Relation.COPY)
                .count();
    }

    /** The newest report with a date that is no copy; empty where that is the first one, which the card shows anyway. */
    public Optional<Story.Member> newest() {
        List<Story.Member> articles = story.articles();
        for (int i = articles.size() - 1; i > 0; i--) {
            Story.Member member = articles.get(i);
            if (member.relation() != Relation.COPY && member.hasDate()) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }
}
