package io.newsfold.enrich.clean.body;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The features that a block has by its position: what comes before and after it on the page. */
final class PositionFeatures {
    private static final int FAR = BlockFeature.FAR;
    private static final int NO_HEADLINE = -FAR - 1;

    private final List<Block> blocks;
    private final PageWords words;
    private final MetadataOverlap overlap;
    private final LeadWords lead;
    private final int[] sinceReplyForm;
    private final int[] sinceRelated;
    private final int[] sinceShare;
    private final int[] sinceNewsletter;
    private final int[] copiesBefore;
    private final int[] copiesAfter;

    PositionFeatures(List<Block> blocks, PageWords words, MetadataOverlap overlap, LeadWords lead) {
        this.blocks = blocks;
        this.words = words;
        this.overlap = overlap;
        this.lead = lead;
        sinceReplyForm = blocksSince(DropReason.REPLY_FORM);
        sinceRelated = blocksSince(DropReason.RELATED);
        sinceShare = blocksSince(DropReason.SHARE);
        sinceNewsletter = blocksSince(DropReason.NEWSLETTER);
        copiesBefore = new int[blocks.size()];
        copiesAfter = new int[blocks.size()];
        countCopies();
    }

    /** By block: how many blocks ago a phrase of one kind came. */
    private int[] blocksSince(DropReason reason) {
        int[] since = new int[blocks.size()];
        int last = -FAR;
        for (int i = 0; i < since.length; i++) {
            last = words.block(i).phrase() == reason ? i : last;
            since[i] = Math.min(FAR, i - last);
        }
        return since;
    }

    private void countCopies() {
        Map<LongArrayList, List<Integer>> byWords = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            byWords.computeIfAbsent(words.block(i).words(), k -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> same : byWords.values()) {
            for (int k = 0; k < same.size(); k++) {
                copiesBefore[same.get(k)] = k;
                copiesAfter[same.get(k)] = same.size() - 1 - k;
            }
        }
    }

    void fill(int i, FeatureRow row) {
        fillIndex(i, row);
        fillPage(row);
        fillWordsAround(i, row);
        fillDistances(i, row);
        fillCopiesAndMetadata(i, row);
        row.set(BlockFeature.KIND, blocks.get(i).kind().ordinal());
        fillPhrases(i, row);
    }

    private void fillIndex(int i, FeatureRow row) {
        int n = blocks.size();
        row.set(BlockFeature.POSITION_SHARE, i / (float) n);
        row.set(BlockFeature.BLOCKS_BEFORE, Math.min(i, FAR));
        row.set(BlockFeature.BLOCKS_AFTER, Math.min(n - 1 - i, FAR));
    }

    private void fillPage(FeatureRow row) {
        row.set(BlockFeature.PAGE_BLOCKS, blocks.size());
        row.set(BlockFeature.PAGE_WORDS, words.allWords());
        row.set(BlockFeature.PAGE_PROSE, words.proseBefore(blocks.size()));
        row.set(BlockFeature.PAGE_PROSE_SHARE, words.allProse() / words.allWords());
    }

    private void fillWordsAround(int i, FeatureRow row) {
        int prose = words.proseBefore(blocks.size());
        row.set(BlockFeature.WORDS_BEFORE_SHARE, words.wordsBefore(i) / words.allWords());
        row.set(BlockFeature.PROSE_BEFORE_SHARE, words.proseBefore(i) / words.allProse());
        row.set(BlockFeature.PROSE_BEFORE, words.proseBefore(i));
        row.set(BlockFeature.PROSE_FROM_HERE, prose - words.proseBefore(i));
        row.set(BlockFeature.PROSE_SHARE_WITHIN_3, words.proseShare(i, 3));
        row.set(BlockFeature.PROSE_SHARE_WITHIN_8, words.proseShare(i, 8));
        row.set(BlockFeature.WORDS_OF_LONGEST_PROSE, words.words(i) / (float) words.longestProse());
        row.set(BlockFeature.TIME_WORD_SHARE_WITHIN_6, words.timeWordShare(i, 6));
        row.set(BlockFeature.FIRST_PERSON_SHARE_WITHIN_6, words.firstPersonShare(i, 6));
        row.set(BlockFeature.FIRST_PERSON_SHARE_BEFORE, words.firstPersonShareBefore(i));
    }

    private void fillDistances(int i, FeatureRow row) {
        int headline = overlap.headlineBlock();
        row.set(BlockFeature.DISTANCE_FROM_HEADLINE, headline < 0 ? NO_HEADLINE : limited(i - headline));
        row.set(BlockFeature.DISTANCE_FROM_FIRST_PROSE, limited(i - words.firstProse()));
        row.set(BlockFeature.DISTANCE_TO_LAST_PROSE, limited(words.lastProse() - i));
        row.set(BlockFeature.DISTANCE_TO_PROSE_BEFORE, words.distance(i, -1, words::isProse));
        row.set(BlockFeature.DISTANCE_TO_PROSE_AFTER, words.distance(i, 1, words::isProse));
    }

    private void fillCopiesAndMetadata(int i, FeatureRow row) {
        row.set(BlockFeature.COPIES_BEFORE, copiesBefore[i]);
        row.set(BlockFeature.COPIES_AFTER, copiesAfter[i]);
        row.set(BlockFeature.IN_HEADLINE, overlap.inHeadline(i));
        row.set(BlockFeature.IN_DESCRIPTION, overlap.inDescription(i));
        row.set(BlockFeature.LEAD_SHARE, lead.share(i, 0));
        row.set(BlockFeature.LEAD_SHARE_WITHIN_6, lead.share(i, 6));
    }

    private void fillPhrases(int i, FeatureRow row) {
        row.set(BlockFeature.SINCE_REPLY_FORM, sinceReplyForm[i]);
        row.set(BlockFeature.SINCE_RELATED, sinceRelated[i]);
        row.set(BlockFeature.SINCE_SHARE, sinceShare[i]);
        row.set(BlockFeature.SINCE_NEWSLETTER, sinceNewsletter[i]);
    }

    private static int limited(int distance) {
        return Math.max(-FAR, Math.min(FAR, distance));
    }
}
