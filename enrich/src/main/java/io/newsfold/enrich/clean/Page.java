package io.newsfold.enrich.clean;

import io.newsfold.contract.Flag;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.enrich.clean.body.DeclaredText;
import io.newsfold.enrich.clean.field.DeclaredMetadata;
import io.newsfold.enrich.clean.field.PageFields;
import io.newsfold.enrich.clean.nonarticle.PageSigns;
import io.newsfold.text.date.DateLocale;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A page or a text as it was read: candidates for each field, and the blocks.
 *
 * @param origin of the body: {@code page} or {@code text}
 * @param blocks in reading order
 * @param signs what its mark-up says of its kind
 * @param flags repairs and doubts so far
 * @param dateLocale by which its dates are read
 */
public record Page(
        String origin, PageFields fields, List<Block> blocks, PageSigns signs, Set<Flag> flags, DateLocale dateLocale) {
    public Page {
        blocks = List.copyOf(blocks);
        flags = Set.copyOf(flags);
    }

    /** A page or a text whose language is not declared. */
    Page(String origin, PageFields fields, List<Block> blocks, PageSigns signs, Set<Flag> flags) {
        this(origin, fields, blocks, signs, flags, DateLocale.UNKNOWN);
    }

    /** What the page says of its own article, for the model of its body. */
    public DeclaredText declaredText() {
        DeclaredMetadata declared = fields.declared();
        return new DeclaredText(headline(), declared.description(), declared.articleBody());
    }

    /** The best headline, empty where there is none. */
    String headline() {
        return fields.headline().best().orElse("");
    }

    Page with(PageFields changed) {
        return new Page(origin, changed, blocks, signs, flags, dateLocale);
    }

    Page flagged(Set<Flag> more) {
        Set<Flag> all = EnumSet.noneOf(Flag.class);
        all.addAll(flags);
        all.addAll(more);
        return new Page(origin, fields, blocks, signs, all, dateLocale);
    }
}
