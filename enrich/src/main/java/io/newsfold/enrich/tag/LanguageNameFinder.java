package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import io.newsfold.text.WritingSystem;
import java.util.ArrayList;
import java.util.List;

/** Finds the names in a text of a language that has a {@linkplain LanguageModels model}. */
final class LanguageNameFinder {
    private LanguageNameFinder() {}

    /** The mentions of names, from left to right; names of works, events and products are not told. */
    static List<EntityMention> find(NameModel model, String text, List<List<Token>> sentences, String language) {
        List<EntityMention> mentions = new ArrayList<>();
        for (List<Token> sentence : sentences) {
            for (NameSpan span : model.find(sentence)) {
                List<Token> whole = sentence.subList(span.first(), span.end());
                List<Token> name = span.nameClass() == NameClass.PERSON
                        ? PersonTitles.of(language).without(whole)
                        : whole;
                if (span.nameClass() != NameClass.OTHER && name.stream().anyMatch(Token::isWord)) {
                    mentions.add(EntityMention.of(type(span.nameClass()), name, text));
                }
            }
            if (WritingSystem.of(language) == WritingSystem.NO_CAPITALS) {
                mentions.addAll(PersonTitles.of(language).namesBehind(sentence, mentions, text));
            }
            OrganisationWords.of(language).addTo(mentions, sentence, text);
        }
        return NameConsistency.of(mentions, sentences, text, language);
    }

    private static EntityType type(NameClass nameClass) {
        return switch (nameClass) {
            case PERSON -> EntityType.PERSON;
            case ORGANISATION -> EntityType.ORGANISATION;
            case PLACE -> EntityType.PLACE;
            case OTHER -> throw new IllegalArgumentException("names of other things have no type");
        };
    }
}
