package io.newsfold.enrich.clean.nonarticle;

import io.newsfold.contract.Flag;
import io.newsfold.contract.Rejection.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery was found to be.
 *
 * @param other null where it is an article, if a doubtful one
 * @param flags of an article
 */
public record Verdict(@Nullable NonArticle other, Set<Flag> flags) {
    public static final Verdict ARTICLE = new Verdict(null, Set.of());

    public Verdict {
        flags = Set.copyOf(flags);
    }

    static Verdict rejected(Reason reason, String message) {
        return new Verdict(new NonArticle(reason, message), Set.of());
    }

    /**
     * The reason why a delivery is no article.
     *
     * @param message for people, without a full stop
     */
    public record NonArticle(Reason reason, String message) {}
}
