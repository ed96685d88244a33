package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names in an English text: sentence by sentence with {@link NameModel}, then by what the whole article
 * shows.
 */
final class EnglishNameFinder {
    private static final Pattern TWO_WORDS =
            Pattern.compile("(?:\\p{Lu}\\p{Ll}+|\\p{Lu}\\.(?: ?\\p{Lu}\\.){0,2}) \\p{Lu}[\\p{L}'’-]+");

    /** An office in apposition to a person: ", the agency's director". */
    private static final Pattern OFFICE =
            Pattern.compile("(?i), (?:(?:the|its|a|an) )?(?:[\\p{L}'’&.-]+ ){0,3}(?:director|chairman"
                    + "|chairwoman|chairperson|president|chief executive|ceo|spokesman|spokeswoman|spokesperson|minister|secretary"
                    + "|analyst|economist|lawyer|attorney|professor|coach|captain|mayor|governor|senator)\\b");

    /** The same, or what only people do. */
    private static final Pattern OFFICE_OR_DEED = Pattern.compile(
            OFFICE.pattern() + "|,? (?:who|whose|told|wrote|testified|argued|recalled|was born|wept|smiled"
                    + "|(?:has |had )?(?:said|says|added)|met|died|married|resigned|ran for)\\b");

    private static final Pattern POSSESSIVE = Pattern.compile("['’][sS]?");

    private final Lexicon lexicon = Lexicon.shipped();
    private final NameModel model = NameModel.shipped();
    private final WordLists words;
    private final OtherNameClassifier otherNames;

    EnglishNameFinder(WordLists words) {
        this.words = words;
        this.otherNames = new OtherNameClassifier(words);
    }

    /** The mentions of names, from left to right. */
    List<EntityMention> find(String text, List<List<Token>> sentences) {
        List<EntityMention> mentions = new ArrayList<>();
        for (List<Token> sentence : sentences) {
            List<EntityMention> found = new ArrayList<>();
            for (NameSpan span : model.find(sentence)) {
                List<Token> name = trim(span.nameClass(), sentence.subList(span.first(), span.end()));
                EntityType type = type(span.nameClass(), name, text);
                if (type != null && isName(type, name)) {
                    EntityMention mention = EntityMention.of(type, name, text);
                    found.add(isPerson(mention, text) ? mention.as(EntityType.PERSON) : mention);
                }
            }
            mentions.addAll(AmpersandNames.in(sentence, found, text));
        }
        return NameConsistency.of(mentions, sentences, text, "en");
    }

    private @Nullable EntityType type(NameClass nameClass, List<Token> name, String text) {
        if (name.size() == 1 && otherNames.isGroup(name.get(0).text())) {
            return EntityType.GROUP;
        }
        return switch (nameClass) {
            case PERSON -> EntityType.PERSON;
            case ORGANISATION -> EntityType.ORGANISATION;
            case PLACE -> EntityType.PLACE;
            case OTHER -> otherNames.type(name, text);
        };
    }

    /** Whether what looks like a body is a person: two words with an office behind them, or initials before one. */
    private static boolean isPerson(EntityMention mention, String text) {
        if (mention.type() != EntityType.ORGANISATION
                || !TWO_WORDS.matcher(mention.name()).matches()) {
            return false;
        }
        boolean hasInitials = mention.name().startsWith(".", 1);
        return (hasInitials ? OFFICE_OR_DEED : OFFICE)
                .matcher(text)
                .region(mention.end(), text.length())
                .lookingAt();
    }

    /** Whether there is a word at all, and a person's name does not end in a common noun, as in "Berg spokesman". */
    private static boolean isName(EntityType type, List<Token> name) {
        boolean endsInNoun = name.size() > 1
                && name.get(0).isCapitalized()
                && Character.isLowerCase(name.get(name.size() - 1).text().codePointAt(0));
        return name.stream().anyMatch(Token::isWord) && !(type == EntityType.PERSON && endsInNoun);
    }

    /**
     * The name without an article or a person's titles before it, and without a possessive unless the lexicon has it
     * (McDonald's).
     */
    private List<Token> trim(NameClass nameClass, List<Token> name) {
        int first = 0;
        for (int i = 0; nameClass == NameClass.PERSON && i < name.size() - 1; i++) {
            first = words.isTitle(name.get(i).text()) ? i + 1 : first;
        }
        if (name.size() > 1 && name.get(0).text().equals("the")) {
            first = Math.max(first, 1);
        }
        int last = name.size() - 1;
        boolean isPossessive =
                last > first && POSSESSIVE.matcher(name.get(last).text()).matches();
        boolean isWhole = !isPossessive || lexicon.hasName(name);
        return name.subList(first, isWhole ? name.size() : last);
    }
}
