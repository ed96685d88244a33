package io.newsfold.enrich.clean.body;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the model is told of each block: its words, its neighbours, its place on the page and in the tree, and what the page's own witnesses say. All are
 * counts, shares or codes; none knows a site.
 */
public final class BlockFeatures {
    private static final int REACH = 3;
    private static final int NEIGHBOURS = 2 * REACH * WordFeatures.FOR_NEIGHBOURS.length;
    private static final int ON_PAGE = 31;
    private static final int IN_TREE = ElementRole.COUNT + 24;
    private static final List<DropReason> PHRASES =
            List.of(DropReason.REPLY_FORM, DropReason.RELATED, DropReason.SHARE, DropReason.NEWSLETTER);
    private static final DropReason[] REASONS = DropReason.values();
    private static final int NONE = 14;
    private static final int FAR = 50;
    private static final int PHRASE = 12;
    private static final int TIMELY = 16;
    private static final int FIRST_PERSON = 19;

    /** How many signals a block of a text without tags has. */
    static final int OF_LINE = WordFeatures.COUNT + NEIGHBOURS + ON_PAGE;

    /** How many a block of a page has. */
    static final int OF_PAGE = OF_LINE + IN_TREE;

    /**
     * What the page says of its own article.
     *
     * @param headline empty where it is not known
     * @param description of the article in the page's metadata, may be empty
     * @param body the text of the article in the page's metadata, may be empty
     */
    public record Witnesses(String headline, String description, String body) {}

    private final List<Block> blocks;
    private final boolean tree;
    private final float[][] words;
    private final LongArrayList[] hashes;
    private final LongArrayList[] telling;
    private final int[] copiesBefore;
    private final int[] copiesAfter;
    private final int[] wordsBefore;
    private final int[] proseBefore;
    private final float[] timelyBefore;
    private final float[] firstPersonBefore;
    private final int[][] phrases = new int[PHRASES.size()][];
    private final float[] inHeadline;
    private final float[] inDescription;
    private final float[] inBody;
    private final int title;
    private final int firstProse;
    private final int lastProse;
    private final Map<Integer, int[]> alike = new HashMap<>();
    private double mostVotes = 1e-9;
    private ElementStatistics winner = new ElementStatistics(null, 0, 0);
    private int longest = 1;

    public BlockFeatures(List<Block> blocks, Witnesses witnesses) {
        int n = blocks.size();
        this.blocks = blocks;
        this.tree = n > 0 && blocks.get(0).place() != null;
        words = new float[n][];
        hashes = new LongArrayList[n];
        telling = new LongArrayList[n];
        copiesBefore = new int[n];
        copiesAfter = new int[n];
        wordsBefore = new int[n + 1];
        proseBefore = new int[n + 1];
        timelyBefore = new float[n + 1];
        firstPersonBefore = new float[n + 1];
        inHeadline = new float[n];
        inDescription = new float[n];
        inBody = new float[n];
        Map<LongArrayList, List<Integer>> sameText = new HashMap<>();
        int first = -1;
        int last = -1;
        for (int i = 0; i < n; i++) {
            hashes[i] = new LongArrayList(blocks.get(i).words());
            telling[i] = new LongArrayList();
            words[i] = WordFeatures.of(blocks.get(i), hashes[i], telling[i]);
            sameText.computeIfAbsent(hashes[i], k -> new ArrayList<>()).add(i);
            wordsBefore[i + 1] = wordsBefore[i] + hashes[i].size();
            timelyBefore[i + 1] = timelyBefore[i] + words[i][TIMELY] * hashes[i].size();
            firstPersonBefore[i + 1] = firstPersonBefore[i] + words[i][FIRST_PERSON] * hashes[i].size();
            boolean prose = isProse(i);
            proseBefore[i + 1] = proseBefore[i] + (prose ? hashes[i].size() : 0);
            longest = Math.max(longest, prose ? hashes[i].size() : 0);
            first = first < 0 && prose ? i : first;
            last = prose ? i : last;
        }
        firstProse = first;
        lastProse = last;
        for (List<Integer> same : sameText.values()) {
            for (int k = 0; k < same.size(); k++) {
                copiesBefore[same.get(k)] = k;
                copiesAfter[same.get(k)] = same.size() - 1 - k;
            }
        }
        for (int p = 0; p < phrases.length; p++) {
            phrases[p] = sincePhrase(PHRASES.get(p).ordinal() + 1);
        }
        LongSet headline = wordsOf(witnesses.headline());
        LongSet description = wordsOf(witnesses.description());
        LongSet body = shinglesOf(witnesses.body());
        int best = -1;
        for (int i = 0; i < n; i++) {
            inHeadline[i] = share(hashes[i], headline);
            inDescription[i] = description.isEmpty() ? -1 : share(hashes[i], description);
            inBody[i] = body.isEmpty() ? -1 : share(shingles(hashes[i]), body);
            boolean same = inHeadline[i] >= 0.9 && hashes[i].size() >= headline.size() * 0.8 && !headline.isEmpty();
            best = same && (best < 0 || i <= Math.max(first, 0)) ? i : best;
        }
        title = best;
        if (tree) {
            readTree();
        }
    }

    /** For each block how many blocks ago a phrase of that kind was last seen; {@link #FAR} where it was not. */
    private int[] sincePhrase(int kind) {
        int[] since = new int[words.length];
        int last = -FAR;
        for (int i = 0; i < since.length; i++) {
            last = (int) words[i][PHRASE] == kind ? i : last;
            since[i] = Math.min(FAR, i - last);
        }
        return since;
    }

    private void readTree() {
        for (int i = 0; i < blocks.size(); i++) {
            ElementStatistics scope = scope(i);
            int[] sum = alike.computeIfAbsent(scope.looks, k -> new int[2]);
            sum[0] += isProse(i) ? hashes[i].size() : 0;
            sum[1]++;
            for (ElementStatistics s = scope; s != null; s = s.parent) {
                double votes = s.votes * (1 - s.linked / (double) Math.max(1, s.words));
                if (votes > mostVotes) {
                    mostVotes = votes;
                    winner = s;
                }
            }
        }
    }

    ElementStatistics scope(int i) {
        Block.Place place = blocks.get(i).place();
        if (place == null) {
            throw new IllegalStateException("a block of a page without a place: " + blocks.get(i));
        }
        return place.scope();
    }

    private boolean isProse(int i) {
        return hashes[i].size() >= 8 && words[i][5] > 0 && blocks.get(i).kind() != Block.Kind.HEADING;
    }

    /** What block {@code i} is part of by its words alone. */
    @Nullable
    DropReason phrase(int i) {
        int code = (int) words[i][PHRASE];
        return code == 0 ? null : REASONS[code - 1];
    }

    boolean hasTree() {
        return tree;
    }

    /** The words that tell what block {@code i} is about, as numbers. */
    LongArrayList telling(int i) {
        return telling[i];
    }

    int words(int i) {
        return hashes[i].size();
    }

    public int size() {
        return blocks.size();
    }

    /** How many signals {@link #fill} writes. */
    public int count() {
        return tree ? OF_PAGE : OF_LINE;
    }

    /** Writes the signals of block {@code i} to the start of {@code row}. */
    public void fill(int i, float[] row) {
        int at = put(row, 0, words[i]);
        for (int d = -REACH; d <= REACH; d++) {
            if (d != 0) {
                int j = i + d;
                for (int signal : WordFeatures.FOR_NEIGHBOURS) {
                    row[at++] = j < 0 || j >= words.length ? -1 : words[j][signal];
                }
            }
        }
        at = fillPage(i, row, at);
        if (tree) {
            fillTree(i, row, at);
        }
    }

    private int fillPage(int i, float[] row, int start) {
        int at = start;
        int n = blocks.size();
        float all = Math.max(1, wordsBefore[n]);
        float prose = Math.max(1, proseBefore[n]);
        row[at++] = i / (float) n;
        row[at++] = Math.min(i, FAR);
        row[at++] = Math.min(n - 1 - i, FAR);
        row[at++] = wordsBefore[i] / all;
        row[at++] = proseBefore[i] / prose;
        row[at++] = proseBefore[i];
        row[at++] = proseBefore[n] - proseBefore[i];
        row[at++] = window(i, 3);
        row[at++] = window(i, 8);
        row[at++] = hashes[i].size() / (float) longest;
        row[at++] = n;
        row[at++] = all;
        row[at++] = proseBefore[n];
        row[at++] = prose / all;
        row[at++] = title < 0 ? -FAR - 1 : Math.max(-FAR, Math.min(FAR, i - title));
        row[at++] = near(i - firstProse);
        row[at++] = near(lastProse - i);
        row[at++] = toProse(i, -1);
        row[at++] = toProse(i, 1);
        row[at++] = copiesBefore[i];
        row[at++] = copiesAfter[i];
        row[at++] = inHeadline[i];
        row[at++] = inDescription[i];
        row[at++] = blocks.get(i).kind().ordinal();
        for (int[] since : phrases) {
            row[at++] = since[i];
        }
        row[at++] = windowShare(timelyBefore, i, 6);
        row[at++] = windowShare(firstPersonBefore, i, 6);
        row[at++] = firstPersonBefore[i] / Math.max(1, wordsBefore[i]);
        return at;
    }

    private void fillTree(int i, float[] row, int start) {
        int at = start;
        Block.Place place = blocks.get(i).place();
        if (place == null) {
            return;
        }
        for (int depth : place.nearest()) {
            row[at++] = depth < 0 ? NONE : Math.min(NONE - 1, place.depth() - depth);
        }
        int n = blocks.size();
        float all = Math.max(1, wordsBefore[n]);
        float prose = Math.max(1, proseBefore[n]);
        ElementStatistics scope = place.scope();
        for (int level = 0; level < 3; level++) {
            row[at++] = scope.words / all;
            row[at++] = scope.prose / prose;
            row[at++] = scope.linked / (float) Math.max(1, scope.words);
            row[at++] = scope.blocks;
            scope = scope.outer();
        }
        row[at++] = (float) (place.scope().outer().votes / mostVotes);
        row[at++] = (float) (place.scope().outer().outer().votes / mostVotes);
        row[at++] = toWinner(place.scope());
        int[] looks = alike.getOrDefault(place.scope().looks, new int[2]);
        row[at++] = looks[0] / prose;
        row[at++] = looks[1];
        row[at++] = looks[1] == 0 ? 0 : looks[0] / (float) looks[1];
        row[at++] = place.depth();
        row[at++] = winner.prose / prose;
        row[at++] = inBody[i];
        row[at++] = i > 0 && scope(i - 1).outer() == place.scope().outer() ? 1 : 0;
        row[at++] = i + 1 < n && scope(i + 1).outer() == place.scope().outer() ? 1 : 0;
        row[at++] = place.scope().words == hashes[i].size() ? 1 : 0;
    }

    private float toWinner(ElementStatistics scope) {
        int steps = 0;
        for (ElementStatistics s = scope; s != null; s = s.parent, steps++) {
            if (s == winner) {
                return Math.min(steps, NONE);
            }
        }
        return NONE + 1;
    }

    private float window(int i, int reach) {
        int from = Math.max(0, i - reach);
        int to = Math.min(blocks.size(), i + reach + 1);
        return (proseBefore[to] - proseBefore[from]) / (float) Math.max(1, wordsBefore[to] - wordsBefore[from]);
    }

    private float windowShare(float[] before, int i, int reach) {
        int from = Math.max(0, i - reach);
        int to = Math.min(blocks.size(), i + reach + 1);
        return (before[to] - before[from]) / Math.max(1, wordsBefore[to] - wordsBefore[from]);
    }

    private static float near(int distance) {
        return Math.max(-FAR, Math.min(FAR, distance));
    }

    private float toProse(int i, int step) {
        int steps = 1;
        for (int j = i + step; j >= 0 && j < blocks.size() && steps < FAR; j += step, steps++) {
            if (isProse(j)) {
                return steps;
            }
        }
        return FAR;
    }

    private static int put(float[] row, int at, float[] values) {
        System.arraycopy(values, 0, row, at, values.length);
        return at + values.length;
    }

    private static LongSet wordsOf(String text) {
        return new LongOpenHashSet(hashesOf(text));
    }

    private static LongSet shinglesOf(String text) {
        return new LongOpenHashSet(shingles(hashesOf(text)));
    }

    private static LongArrayList hashesOf(String text) {
        LongArrayList hashes = new LongArrayList();
        if (!text.isBlank()) {
            WordFeatures.of(Block.line(text), hashes, new LongArrayList());
        }
        return hashes;
    }

    /** Numbers of each three words in a row; of all words where there are fewer. */
    private static LongArrayList shingles(LongArrayList words) {
        LongArrayList shingles = new LongArrayList(words.size());
        int length = Math.min(3, words.size());
        for (int i = 0; i + length <= words.size() && length > 0; i++) {
            long shingle = 17;
            for (int j = i; j < i + length; j++) {
                shingle = shingle * 0x9E3779B97F4A7C15L + words.getLong(j);
            }
            shingles.add(shingle);
        }
        return shingles;
    }

    private static float share(LongArrayList some, LongSet all) {
        int hits = 0;
        for (int i = 0; i < some.size(); i++) {
            hits += all.contains(some.getLong(i)) ? 1 : 0;
        }
        return hits / (float) Math.max(1, some.size());
    }
}
