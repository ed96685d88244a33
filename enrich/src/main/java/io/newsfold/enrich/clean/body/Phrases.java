package io.newsfold.enrich.clean.body;

import io.newsfold.enrich.clean.field.Credits;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.List;
import java.util.Optional;

/** Recognizes boilerplate by phrases that are the same on all sites. The phrases are in {@code phrases.tsv}. */
public final class Phrases {
    private static final int PHRASE_WORDS = 60;
    private static final List<PhraseGroup> GROUPS = groups(Phrase.shipped());

    private Phrases() {}

    /** One group for each reason, in the order in which the reasons first occur. */
    private static List<PhraseGroup> groups(List<Phrase> phrases) {
        return phrases.stream()
                .map(Phrase::reason)
                .distinct()
                .map(reason -> PhraseGroup.of(
                        reason,
                        phrases.stream().filter(p -> p.reason() == reason).toList()))
                .toList();
    }

    /** The reason to drop a block by its words alone; empty where it has no phrase or, mostly, more than 60 words. */
    public static Optional<DropReason> reason(Block block) {
        if (block.words() > PHRASE_WORDS) {
            return Credits.APPEARED_FIRST.matcher(block.text()).matches()
                    ? Optional.of(DropReason.SYNDICATION)
                    : Optional.empty();
        }
        PhraseGroup.Subject subject = PhraseGroup.Subject.of(TextMeasures.lower(block.text()));
        for (PhraseGroup group : GROUPS) {
            if (group.isIn(subject)) {
                return Optional.of(group.reason());
            }
        }
        return Optional.empty();
    }
}
