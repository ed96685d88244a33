package io.newsfold.enrich.clean.body;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The features that a block of a page has by the elements around it. */
final class ElementFeatures {
    private static final int NO_ROLE = 14;
    private static final int MOST_LEVELS = 14;
    private static final int NOT_AROUND = MOST_LEVELS + 1;
    private static final double SOME_VOTES = 1e-9;

    /** What the elements of one look hold together. */
    private static final class AlikeElements {
        int prose;
        int blocks;
    }

    private final List<Block> blocks;
    private final PageWords words;
    private final MetadataOverlap overlap;
    private final Map<Integer, AlikeElements> alike = new HashMap<>();
    private double mostVotes = SOME_VOTES;
    private ElementStatistics best = new ElementStatistics(null, 0, 0, 0, false);

    ElementFeatures(List<Block> blocks, PageWords words, MetadataOverlap overlap) {
        this.blocks = blocks;
        this.words = words;
        this.overlap = overlap;
        for (int i = 0; i < blocks.size(); i++) {
            ElementStatistics element = element(i);
            AlikeElements same = alike.computeIfAbsent(element.looks, k -> new AlikeElements());
            same.prose += words.prose(i);
            same.blocks++;
            findBest(element);
        }
    }

    private void findBest(ElementStatistics innermost) {
        for (ElementStatistics element = innermost; element != null; element = element.parent) {
            double votes = element.votes * (1 - element.linked / (double) Math.max(1, element.words));
            if (votes > mostVotes) {
                mostVotes = votes;
                best = element;
            }
        }
    }

    private Block.Place place(int i) {
        Block.Place place = blocks.get(i).place();
        if (place == null) {
            throw new IllegalStateException("a block of a page without a place: " + blocks.get(i));
        }
        return place;
    }

    /** The nearest element on lines of its own around block {@code i}. */
    ElementStatistics element(int i) {
        return place(i).scope();
    }

    void fill(int i, FeatureRow row) {
        ElementStatistics element = element(i);
        fillRoles(place(i), row);
        fillElement(element, row);
        fillParent(element.outer(), row);
        fillGrandparent(element.outer().outer(), row);
        fillBest(element, row);
        fillAlike(element, row);
        row.set(BlockFeature.DEPTH, place(i).depth());
        row.set(BlockFeature.IN_METADATA_BODY, overlap.inBody(i));
        row.set(BlockFeature.SAME_PARENT_BEFORE, hasParent(i - 1, element.outer()));
        row.set(BlockFeature.SAME_PARENT_AFTER, hasParent(i + 1, element.outer()));
        row.set(BlockFeature.FILLS_ELEMENT, element.words == words.words(i));
    }

    private static void fillRoles(Block.Place place, FeatureRow row) {
        int[] nearest = place.nearest();
        for (int role = 0; role < nearest.length; role++) {
            int depth = nearest[role];
            int levels = depth < 0 ? NO_ROLE : Math.min(NO_ROLE - 1, place.depth() - depth);
            row.set(BlockFeature.ROLE_DISTANCE, role, levels);
        }
    }

    private void fillElement(ElementStatistics element, FeatureRow row) {
        row.set(BlockFeature.ELEMENT_WORD_SHARE, element.words / words.allWords());
        row.set(BlockFeature.ELEMENT_PROSE_SHARE, element.prose / words.allProse());
        row.set(BlockFeature.ELEMENT_LINK_SHARE, linkShare(element));
        row.set(BlockFeature.ELEMENT_BLOCKS, element.blocks);
    }

    private void fillParent(ElementStatistics parent, FeatureRow row) {
        row.set(BlockFeature.PARENT_WORD_SHARE, parent.words / words.allWords());
        row.set(BlockFeature.PARENT_PROSE_SHARE, parent.prose / words.allProse());
        row.set(BlockFeature.PARENT_LINK_SHARE, linkShare(parent));
        row.set(BlockFeature.PARENT_BLOCKS, parent.blocks);
        row.set(BlockFeature.PARENT_VOTES, parent.votes / mostVotes);
    }

    private void fillGrandparent(ElementStatistics grandparent, FeatureRow row) {
        row.set(BlockFeature.GRANDPARENT_WORD_SHARE, grandparent.words / words.allWords());
        row.set(BlockFeature.GRANDPARENT_PROSE_SHARE, grandparent.prose / words.allProse());
        row.set(BlockFeature.GRANDPARENT_LINK_SHARE, linkShare(grandparent));
        row.set(BlockFeature.GRANDPARENT_BLOCKS, grandparent.blocks);
        row.set(BlockFeature.GRANDPARENT_VOTES, grandparent.votes / mostVotes);
    }

    private void fillBest(ElementStatistics element, FeatureRow row) {
        row.set(BlockFeature.LEVELS_TO_BEST_ELEMENT, levelsToBest(element));
        row.set(BlockFeature.BEST_ELEMENT_PROSE_SHARE, best.prose / words.allProse());
    }

    private void fillAlike(ElementStatistics element, FeatureRow row) {
        AlikeElements same = alike.getOrDefault(element.looks, new AlikeElements());
        row.set(BlockFeature.ALIKE_PROSE_SHARE, same.prose / words.allProse());
        row.set(BlockFeature.ALIKE_BLOCKS, same.blocks);
        row.set(BlockFeature.ALIKE_PROSE_PER_BLOCK, same.prose / (float) Math.max(1, same.blocks));
    }

    private static float linkShare(ElementStatistics element) {
        return element.linked / (float) Math.max(1, element.words);
    }

    private boolean hasParent(int i, ElementStatistics parent) {
        return i >= 0 && i < blocks.size() && element(i).outer() == parent;
    }

    private int levelsToBest(ElementStatistics innermost) {
        int levels = 0;
        for (ElementStatistics element = innermost; element != null; element = element.parent) {
            if (element == best) {
                return Math.min(levels, MOST_LEVELS);
            }
            levels++;
        }
        return NOT_AROUND;
    }
}
