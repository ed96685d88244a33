package io.newsfold.enrich.clean;

import io.newsfold.contract.Limits;
import io.newsfold.contract.RawArticle;
import io.newsfold.contract.Rejection;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.clean.body.BlockDecision;
import io.newsfold.enrich.clean.input.RawContent;
import io.newsfold.enrich.clean.nonarticle.NonArticleDetector;
import io.newsfold.enrich.clean.nonarticle.Verdict;
import io.newsfold.enrich.clean.nonarticle.Verdict.NonArticle;
import java.util.List;

/** Makes a clean text of a delivery, or gives the reason why there is none. A pure function; thread-safe. */
public final class ArticleCleaner {
    private static final String STAGE = "clean";

    /**
     * Cleans a delivery that has a body.
     *
     * @throws IllegalArgumentException for a withdrawal, which has nothing to clean
     */
    public StageResult<Cleaned> clean(RawArticle raw) {
        byte[] body = body(raw);
        try {
            if (body.length > Limits.BODY_BYTES) {
                throw new RawContent.Unusable(Reason.TOO_LARGE, "more than " + Limits.BODY_BYTES + " bytes");
            }
            return clean(raw, RawContent.of(body, raw.about()));
        } catch (RawContent.Unusable e) {
            return rejected(raw, e.reason, e.sentence);
        }
    }

    private static StageResult<Cleaned> clean(RawArticle raw, RawContent content) throws RawContent.Unusable {
        Page page = DeliveryReader.read(raw, content);
        SelectedBlocks blocks = SelectedBlocks.of(content, page);
        Verdict verdict = content.isFlash() && !blocks.all().isEmpty()
                ? Verdict.ARTICLE
                : NonArticleDetector.detect(page.signs(), page.headline(), blocks.all());
        NonArticle other = verdict.other();
        if (other != null) {
            return rejected(raw, other.reason(), other.message());
        }
        Page flagged = page.flagged(blocks.flags()).flagged(verdict.flags());
        CleanText text = CleanTextAssembler.assemble(raw, flagged, blocks);
        return StageResult.done(new Cleaned(raw, content.about().sourceId(), text));
    }

    /**
     * The decisions about the blocks of a delivery, in reading order; empty where the delivery cannot be read at all.
     *
     * @throws IllegalArgumentException for a withdrawal
     */
    public List<BlockDecision> explain(RawArticle raw) {
        byte[] body = body(raw);
        try {
            RawContent content = RawContent.of(body, raw.about());
            SelectedBlocks blocks = SelectedBlocks.of(content, DeliveryReader.read(raw, content));
            return blocks.all().stream().map(BlockDecision::of).toList();
        } catch (RawContent.Unusable e) {
            return List.of();
        }
    }

    private static byte[] body(RawArticle raw) {
        byte[] body = raw.body();
        if (body == null) {
            throw new IllegalArgumentException("a withdrawal has nothing to clean: " + raw.at());
        }
        return body;
    }

    private static StageResult<Cleaned> rejected(RawArticle raw, Reason reason, String message) {
        return StageResult.rejected(Rejection.of(raw, STAGE, reason, message));
    }
}
