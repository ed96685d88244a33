package io.newsfold.desk.web;

import io.newsfold.contract.Lineage.Relation;
import io.newsfold.contract.Story;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lineage of a story as a drawing: a row for each article, the further right the deeper in the tree. Lengths are pixels of the drawing.
 *
 * @param rows from the root down, each article below the one that it is nearest to
 */
public record LineageTree(List<Row> rows) {
    private static final int STEP = 22;
    private static final int HEIGHT = 30;
    private static final int MOST_STEPS = 8;

    /**
     * An article in the drawing.
     *
     * @param x of its dot
     * @param y of its dot
     * @param parentX of the dot of its parent, with {@code parentY}; null for the root
     */
    public record Row(
            Story.Member article,
            int x,
            int y,
            @Nullable Integer parentX,
            @Nullable Integer parentY) {
        /** Whether it takes its parent's wording. */
        public boolean isCopy() {
            return article.relation() == Relation.COPY;
        }
    }

    public LineageTree {
        rows = List.copyOf(rows);
    }

    static LineageTree of(Story story) {
        Map<String, List<Story.Member>> children = new HashMap<>();
        List<Story.Member> roots = new ArrayList<>();
        Map<String, Story.Member> known = new HashMap<>();
        story.articles().forEach(a -> known.put(a.id(), a));
        for (Story.Member article : story.articles()) {
            if (article.parent() != null && known.containsKey(article.parent())) {
                children.computeIfAbsent(article.parent(), id -> new ArrayList<>())
                        .add(article);
            } else {
                roots.add(article);
            }
        }
        return new LineageTree(drawn(roots, children));
    }

    /** Without recursion: a story may be a chain of thousands. */
    private static List<Row> drawn(List<Story.Member> roots, Map<String, List<Story.Member>> children) {
        record Open(
                Story.Member article, int depth, @Nullable Row parent) {}
        ArrayDeque<Open> open = new ArrayDeque<>();
        roots.forEach(root -> open.addLast(new Open(root, 0, null)));
        List<Row> rows = new ArrayList<>();
        while (!open.isEmpty()) {
            Open next = open.removeFirst();
            Row above = next.parent();
            Row row = new Row(
                    next.article(),
                    12 + STEP * Math.min(next.depth(), MOST_STEPS),
                    HEIGHT / 2 + HEIGHT * rows.size(),
                    above == null ? null : above.x(),
                    above == null ? null : above.y());
            rows.add(row);
            List<Story.Member> below = children.getOrDefault(next.article().id(), List.of());
            for (int i = below.size() - 1; i >= 0; i--) {
                open.addFirst(new Open(below.get(i), next.depth() + 1, row));
            }
        }
        return rows;
    }

    /** Of the whole drawing. */
    public int height() {
        return HEIGHT * rows.size();
    }
}
