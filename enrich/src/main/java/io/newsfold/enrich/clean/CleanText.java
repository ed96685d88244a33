package io.newsfold.enrich.clean;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.newsfold.contract.ArticleText;
import io.newsfold.contract.CleanArticle.Credit;
import io.newsfold.contract.CleanArticle.Dropped;
import io.newsfold.contract.CleanArticle.Fields;
import io.newsfold.contract.Flag;
import io.newsfold.contract.VersionDigest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The article in one delivery, cleaned.
 *
 * @param article headline and body are never empty; {@code datePublished} is null where none was given or none is
 *     plausible
 * @param publisher the organisation behind the site; null where none was found
 * @param flags sorted
 */
public record CleanText(
        @JsonUnwrapped ArticleText article,
        @Nullable String publisher,
        List<Credit> credits,
        List<Dropped> dropped,
        Fields fields,
        List<String> flags) {

    public CleanText {
        credits = List.copyOf(credits);
        dropped = List.copyOf(dropped);
        flags = List.copyOf(flags);
    }

    /** This text with one more flag. */
    CleanText flagged(Flag flag) {
        List<String> all = Stream.concat(flags.stream(), Stream.of(flag.code()))
                .sorted()
                .distinct()
                .toList();
        return new CleanText(article, publisher, credits, dropped, fields, all);
    }

    /** Digest of headline and body: two deliveries with the same one are the same version. */
    public String version() {
        return VersionDigest.of(article.headline(), article.articleBody());
    }
}
