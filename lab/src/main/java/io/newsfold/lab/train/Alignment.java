package io.newsfold.lab.train;

import io.newsfold.enrich.clean.body.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The blocks of a page that its gold text has: long ones by their shingles, short ones by their position between the
 * long ones.
 */
final class Alignment {
    private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int SHINGLE = 4;
    private static final double LEAST_SHARE = 0.5;
    private static final int SLACK = 3;
    private static final int REACH = 40;
    private static final int UNKNOWN = -1;

    private final List<String> gold;
    private final Map<List<String>, Integer> positions = new HashMap<>();
    private final List<List<String>> blocks;
    private final boolean[] labels;
    private final int[] from; // by block: position in the gold text, or unknown
    private final int[] to;

    private Alignment(List<Block> blocks, String gold) {
        this.gold = tokens(gold);
        for (int i = 0; i + SHINGLE <= this.gold.size(); i++) {
            positions.putIfAbsent(this.gold.subList(i, i + SHINGLE), i);
        }
        this.blocks = blocks.stream().map(b -> tokens(b.text())).toList();
        labels = new boolean[blocks.size()];
        from = new int[blocks.size()];
        to = new int[blocks.size()];
    }

    /** By block: whether the gold text has it. */
    static boolean[] labels(List<Block> blocks, String gold) {
        Alignment alignment = new Alignment(blocks, gold);
        for (int b = 0; b < blocks.size(); b++) {
            alignment.alignLong(b);
        }
        alignment.labelShort();
        return alignment.labels;
    }

    /** Finds a block by its shingles; one of fewer tokens has none. */
    private void alignLong(int b) {
        List<String> tokens = blocks.get(b);
        from[b] = UNKNOWN;
        int hits = 0;
        for (int i = 0; i + SHINGLE <= tokens.size(); i++) {
            Integer position = positions.get(tokens.subList(i, i + SHINGLE));
            if (position != null) {
                hits++;
                from[b] = from[b] < 0 ? position : from[b];
                to[b] = position + SHINGLE;
            }
        }
        labels[b] = tokens.size() >= SHINGLE && hits >= LEAST_SHARE * (tokens.size() - SHINGLE + 1);
    }

    private void labelShort() {
        int before = UNKNOWN;
        for (int b = 0; b < labels.length; b++) {
            List<String> tokens = blocks.get(b);
            if (tokens.size() >= SHINGLE) {
                before = labels[b] ? to[b] : before;
            } else if (!tokens.isEmpty()) {
                int after = nextPosition(b);
                labels[b] = goldHas(tokens, start(before, after), end(before, after));
            }
        }
    }

    /** Where in the gold text the next long block begins. */
    private int nextPosition(int b) {
        for (int next = b + 1; next < labels.length; next++) {
            if (labels[next] && from[next] >= 0) {
                return from[next];
            }
        }
        return UNKNOWN;
    }

    private static int start(int before, int after) {
        if (before >= 0) {
            return Math.max(0, before - SLACK);
        }
        return after >= 0 ? Math.max(0, after - REACH) : 0;
    }

    private int end(int before, int after) {
        if (after >= 0) {
            return Math.min(gold.size(), after + SLACK);
        }
        return before >= 0 ? Math.min(gold.size(), before + REACH) : gold.size();
    }

    private boolean goldHas(List<String> tokens, int start, int end) {
        for (int i = start; i + tokens.size() <= end; i++) {
            if (gold.subList(i, i + tokens.size()).equals(tokens)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
