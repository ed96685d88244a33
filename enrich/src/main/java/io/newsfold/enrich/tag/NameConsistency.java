package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Makes the names of an article consistent: a name has one type throughout, a surname is the person's, and a name of
 * several words is one wherever it occurs.
 */
final class NameConsistency {
    /** The end of a company's name, before which the first word is the company's short name. */
    private static final Pattern COMPANY = Pattern.compile(
            " (?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|PLC|Plc|plc|LLC|AG|SA|NV|Industries|Holdings|Group)\\.?$");

    private static final Pattern REGION = Pattern.compile(",\\s\\p{Lu}");

    private final List<EntityMention> mentions;
    private final List<List<Token>> sentences;
    private final String text;
    private final String language;
    private final Map<String, EntityType> types = new HashMap<>();
    private final Set<String> surnames = new HashSet<>();

    private NameConsistency(List<EntityMention> mentions, List<List<Token>> sentences, String text, String language) {
        this.mentions = mentions;
        this.sentences = sentences;
        this.text = text;
        this.language = language;
    }

    /** The mentions with consistent types, and those that the model missed, from left to right. */
    static List<EntityMention> of(
            List<EntityMention> mentions, List<List<Token>> sentences, String text, String language) {
        NameConsistency consistency = new NameConsistency(mentions, sentences, text, language);
        List<EntityMention> all = consistency.withOneType();
        all.addAll(consistency.missed());
        all.sort(Comparator.comparingInt(EntityMention::start));
        return all;
    }

    private List<EntityMention> withOneType() {
        Map<String, Map<EntityType, Integer>> votes = new HashMap<>();
        Set<String> companies = new HashSet<>();
        for (EntityMention mention : mentions) {
            votes.computeIfAbsent(mention.name(), n -> new HashMap<>()).merge(mention.type(), 1, Integer::sum);
            if (mention.isFullName()) {
                surnames.addAll(PersonCoreference.surnames(mention.name()));
            }
            if (mention.type() == EntityType.ORGANISATION
                    && COMPANY.matcher(mention.name()).find()) {
                companies.add(mention.name().substring(0, mention.name().indexOf(' ')));
            }
        }
        List<EntityMention> typed = new ArrayList<>();
        for (EntityMention mention : mentions) {
            String name = mention.name();
            boolean isSurname = surnames.contains(name) && mention.type() != EntityType.PLACE;
            EntityType usual =
                    isSurname ? EntityType.PERSON : mostFrequent(votes.getOrDefault(name, Map.of()), mention.type());
            boolean isCompany = companies.contains(name) && usual == EntityType.PLACE && !isBeforeRegion(mention);
            EntityType type = isCompany ? EntityType.ORGANISATION : usual;
            types.put(name, type);
            typed.add(mention.as(type));
        }
        return typed;
    }

    /** Whether a region follows, as places have it: Burlington, Vt. */
    private boolean isBeforeRegion(EntityMention mention) {
        return REGION.matcher(text).region(mention.end(), text.length()).lookingAt();
    }

    /** The type with most votes; this one among equals. */
    private static EntityType mostFrequent(Map<EntityType, Integer> votes, EntityType type) {
        EntityType most = type;
        for (EntityType other : EntityType.values()) {
            if (votes.getOrDefault(other, 0) > votes.getOrDefault(most, 0)) {
                most = other;
            }
        }
        return most;
    }

    /**
     * Mentions of names of at least two words that the model found elsewhere in the article, but not there, and of
     * surnames.
     */
    private List<EntityMention> missed() {
        surnames.stream()
                .filter(surname -> Character.isLetter(surname.codePointAt(0)))
                .forEach(surname -> types.putIfAbsent(surname, EntityType.PERSON));
        Map<String, Set<Integer>> lengths = lengthsByFirstToken();
        BitSet taken = new BitSet();
        mentions.forEach(mention -> taken.set(mention.start(), mention.end()));
        List<EntityMention> missed = new ArrayList<>();
        for (List<Token> sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                for (int length : lengths.getOrDefault(sentence.get(i).text(), Set.of())) {
                    List<Token> tokens = sentence.subList(i, Math.min(sentence.size(), i + length));
                    EntityMention mention = EntityMention.of(EntityType.PERSON, tokens, text);
                    EntityType type = types.get(mention.name());
                    int next = taken.nextSetBit(mention.start());
                    boolean isWhole = tokens.size() > 1 || isAlone(i, sentence);
                    if (type != null && isWhole && (next < 0 || next >= mention.end())) {
                        missed.add(mention.as(type));
                        taken.set(mention.start(), mention.end());
                    }
                }
            }
        }
        return missed;
    }

    /** Whether a word with a capital is no beginning of a sentence and no part of a longer name. */
    private static boolean isAlone(int index, List<Token> sentence) {
        return index > 0
                && sentence.get(index - 1).isWord()
                && !sentence.get(index - 1).isCapitalized()
                && (index + 1 == sentence.size() || !sentence.get(index + 1).isCapitalized());
    }

    private Map<String, Set<Integer>> lengthsByFirstToken() {
        Map<String, Set<Integer>> lengths = new HashMap<>();
        for (String name : types.keySet()) {
            List<Token> tokens = Tokenizer.tokens(name, language);
            if (tokens.size() > 1 || surnames.contains(name)) {
                lengths.computeIfAbsent(tokens.get(0).text(), first -> new TreeSet<>(Comparator.reverseOrder()))
                        .add(tokens.size());
            }
        }
        return lengths;
    }
}
