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
 * The lineage of a story as a drawing, with a row for each article: the deeper an article is in the tree, the further
 * right it is. Lengths are in pixels.
 *
 * @param rows from the root down, each article below its parent
 */
public record LineageTree(List<TreeRow> rows) {
    private static final int STEP = 22;
    private static final int HEIGHT = 30;
    private static final int MAX_STEPS = 8;

    /**
     * An article in the drawing.
     *
     * @param article of this row
     * @param x of its dot
     * @param y of its dot
     * @param parentX of the dot of its parent; null for the root
     * @param parentY of the dot of its parent; null for the root
     */
    public record TreeRow(
            Story.Member article,
            int x,
            int y,
            @Nullable Integer parentX,
            @Nullable Integer parentY) {
        /** Whether it is a copy of its parent. */
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
        return new LineageTree(rows(roots, children));
    }

    /** Without recursion: a story may be a chain of thousands. */
    private static List<TreeRow> rows(List<Story.Member> roots, Map<String, List<Story.Member>> children) {
        record Pending(
                Story.Member article, int depth, @Nullable TreeRow parent) {}
        ArrayDeque<Pending> pending = new ArrayDeque<>();
        roots.forEach(root -> pending.addLast(new Pending(root, 0, null)));
        List<TreeRow> rows = new ArrayList<>();
        while (!pending.isEmpty()) {
            Pending next = pending.removeFirst();
            TreeRow above = next.parent();
            TreeRow row = new TreeRow(
                    next.article(),
                    12 + STEP * Math.min(next.depth(), MAX_STEPS),
                    HEIGHT / 2 + HEIGHT * rows.size(),
                    above == null ? null : above.x(),
                    above == null ? null : above.y());
            rows.add(row);
            List<Story.Member> below = children.getOrDefault(next.article().id(), List.of());
            for (int i = below.size() - 1; i >= 0; i--) {
                pending.addFirst(new Pending(below.get(i), next.depth() + 1, row));
            }
        }
        return rows;
    }

    /** Height of the whole drawing. */
    public int height() {
        return HEIGHT * rows.size();
    }
}
