package io.newsfold.desk.web;

import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Story;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The lineage of a story as an outline: each article below the earlier one that it resembles most. Copies below which
 * there is nothing are gathered at what they copy.
 *
 * @param entries from the first down
 * @param missing number of articles that a choice leaves out
 */
public record StoryOutline(List<Entry> entries, int missing) {
    private static final int DEEPEST = 6;

    /**
     * An article.
     *
     * @param depth 0 for the first, and for one whose parent is not shown; 6 at most
     * @param isOrphan whether what it hangs below is not shown
     * @param copies of it
     */
    public record Entry(Story.Member article, int depth, boolean isOrphan, List<Story.Member> copies) {}

    public StoryOutline {
        entries = List.copyOf(entries);
    }

    /** @param isChosen which articles are shown */
    static StoryOutline of(Story story, Predicate<Story.Member> isChosen) {
        Map<String, Story.Member> known = new HashMap<>();
        List<Story.Member> chosen = story.articles().stream().filter(isChosen).toList();
        chosen.forEach(member -> known.put(member.id(), member));
        Map<String, List<Story.Member>> children = new HashMap<>();
        List<Story.Member> roots = new ArrayList<>();
        for (Story.Member member : chosen) {
            if (member.parent() != null && known.containsKey(member.parent())) {
                children.computeIfAbsent(member.parent(), id -> new ArrayList<>())
                        .add(member);
            } else {
                roots.add(member);
            }
        }
        return new StoryOutline(entries(roots, children), story.articles().size() - chosen.size());
    }

    /** Without recursion: a story may be a chain of thousands. */
    private static List<Entry> entries(List<Story.Member> roots, Map<String, List<Story.Member>> children) {
        record Pending(Story.Member article, int depth) {}
        ArrayDeque<Pending> pending = new ArrayDeque<>();
        roots.forEach(root -> pending.addLast(new Pending(root, 0)));
        List<Entry> entries = new ArrayList<>();
        while (!pending.isEmpty()) {
            Pending next = pending.removeFirst();
            List<Story.Member> below = children.getOrDefault(next.article().id(), List.of());
            List<Story.Member> copies = below.stream()
                    .filter(member -> member.relation() == Relation.COPY && !children.containsKey(member.id()))
                    .toList();
            boolean isOrphan = next.depth() == 0 && next.article().parent() != null;
            entries.add(new Entry(next.article(), Math.min(next.depth(), DEEPEST), isOrphan, copies));
            for (int i = below.size() - 1; i >= 0; i--) {
                if (!copies.contains(below.get(i))) {
                    pending.addFirst(new Pending(below.get(i), next.depth() + 1));
                }
            }
        }
        return entries;
    }
}
