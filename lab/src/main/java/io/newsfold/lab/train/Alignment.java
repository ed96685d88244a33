package io.newsfold.lab.train;

import io.newsfold.enrich.clean.body.Block;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which blocks of a page stand in its gold text: long ones by their shingles, short ones by their place between the long ones. */
final class Alignment {
    private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int SHINGLE = 4;
    private static final int SLACK = 3;
    private static final int REACH = 40;

    private Alignment() {}

    static boolean[] labels(List<Block> blocks, String gold) {
        List<String> all = tokens(gold);
        Map<List<String>, Integer> places = new HashMap<>();
        for (int i = 0; i + SHINGLE <= all.size(); i++) {
            places.putIfAbsent(all.subList(i, i + SHINGLE), i);
        }
        boolean[] labels = new boolean[blocks.size()];
        int[] from = new int[blocks.size()];
        int[] to = new int[blocks.size()];
        for (int b = 0; b < labels.length; b++) {
            List<String> tokens = tokens(blocks.get(b).text());
            from[b] = -1;
            int hits = 0;
            for (int i = 0; i + SHINGLE <= tokens.size(); i++) {
                Integer place = places.get(tokens.subList(i, i + SHINGLE));
                if (place != null) {
                    hits++;
                    from[b] = from[b] < 0 ? place : from[b];
                    to[b] = place + SHINGLE;
                }
            }
            labels[b] = tokens.size() >= SHINGLE && hits >= 0.5 * (tokens.size() - SHINGLE + 1);
        }
        int before = -1;
        for (int b = 0; b < labels.length; b++) {
            List<String> tokens = tokens(blocks.get(b).text());
            if (tokens.size() >= SHINGLE) {
                before = labels[b] ? to[b] : before;
            } else if (!tokens.isEmpty()) {
                int next = b + 1;
                while (next < labels.length && !(labels[next] && from[next] >= 0)) {
                    next++;
                }
                int after = next < labels.length ? from[next] : -1;
                int start = before >= 0 ? before - SLACK : after >= 0 ? after - REACH : 0;
                int end = after >= 0 ? after + SLACK : before >= 0 ? before + REACH : all.size();
                labels[b] = stands(tokens, all, Math.max(0, start), Math.min(all.size(), end));
            }
        }
        return labels;
    }

    private static boolean stands(List<String> tokens, List<String> all, int from, int to) {
        for (int i = from; i + tokens.size() <= to; i++) {
            if (all.subList(i, i + tokens.size()).equals(tokens)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }
}
