package io.newsfold.enrich.tag;

import io.newsfold.contract.EntityType;
import io.newsfold.enrich.tag.NameModel.Found;
import io.newsfold.enrich.tag.NameModel.Kind;
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
import org.jspecify.annotations.Nullable;

/** Finds the names in an English text: sentence by sentence with {@link NameModel}, then once more with what the whole article has shown. */
final class NameFinder {
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’][sS]?");

    private final Lexicon lexicon = Lexicon.shipped();
    private final NameModel model = NameModel.shipped();
    private final OtherNameTypes others;

    NameFinder(OtherNameTypes others) {
        this.others = others;
    }

    List<NameOccurrence> find(String text, List<List<Token>> sentences) {
        List<NameOccurrence> namings = new ArrayList<>();
        for (List<Token> sentence : sentences) {
            for (Found found : model.find(NameFeatures.nearCapitals(lexicon, sentence))) {
                List<Token> words = trimmed(found.kind(), sentence.subList(found.first(), found.end()));
                EntityType type = type(found, words, text);
                if (type != null && isName(type, words)) {
                    namings.add(naming(type, words, text));
                }
            }
        }
        return agreed(namings, sentences, text);
    }

    /** The naming that some tokens of a text make: the name is what stands there, one space for each gap. */
    static NameOccurrence naming(EntityType type, List<Token> words, String text) {
        int start = words.get(0).start();
        int end = words.get(words.size() - 1).end();
        return new NameOccurrence(type, GAP.matcher(text.substring(start, end)).replaceAll(" "), start, end);
    }

    private @Nullable EntityType type(Found found, List<Token> words, String text) {
        if (words.size() == 1 && others.isGroup(words.get(0).text())) {
            return EntityType.GROUP;
        }
        return switch (found.kind()) {
            case PERSON -> EntityType.PERSON;
            case ORGANISATION -> EntityType.ORGANISATION;
            case PLACE -> EntityType.PLACE;
            case OTHER -> others.type(words, text);
        };
    }

    /** Whether there is a word at all, and, in a person's name of several words, the last is no common one: "spokesman". */
    private static boolean isName(EntityType type, List<Token> words) {
        boolean endsSmall = words.size() > 1
                && words.get(0).isCapitalised()
                && Character.isLowerCase(words.get(words.size() - 1).text().codePointAt(0));
        return words.stream().anyMatch(Token::isWord) && !(type == EntityType.PERSON && endsSmall);
    }

    /** Without a person's titles and offices before it, and without the possessive after it, unless a thing is known by that name (McDonald's). */
    private List<Token> trimmed(Kind kind, List<Token> words) {
        int first = 0;
        for (int i = 0; kind == Kind.PERSON && i < words.size() - 1; i++) {
            first = others.isTitle(words.get(i).text()) ? i + 1 : first;
        }
        int last = words.size() - 1;
        boolean possessive =
                last > first && POSSESSIVE.matcher(words.get(last).text()).matches();
        boolean whole =
                !possessive || lexicon.knows(words.stream().map(Token::text).toList());
        return words.subList(first, whole ? words.size() : last);
    }

    /**
     * What the article as a whole says: a name of several words is of one type throughout, a surname is the person's, and what is a name in one place is
     * one wherever else it stands.
     */
    private static List<NameOccurrence> agreed(List<NameOccurrence> namings, List<List<Token>> sentences, String text) {
        Map<String, Map<EntityType, Integer>> votes = new HashMap<>();
        Set<String> surnames = new HashSet<>();
        for (NameOccurrence naming : namings) {
            votes.computeIfAbsent(naming.name(), n -> new HashMap<>()).merge(naming.type(), 1, Integer::sum);
            if (naming.isFullName()) {
                surnames.add(naming.name().substring(naming.name().lastIndexOf(' ') + 1));
            }
        }
        List<NameOccurrence> agreed = new ArrayList<>();
        Map<String, EntityType> types = new HashMap<>();
        for (NameOccurrence naming : namings) {
            boolean surname = surnames.contains(naming.name()) && naming.type() != EntityType.PLACE;
            EntityType type =
                    surname ? EntityType.PERSON : most(votes.getOrDefault(naming.name(), Map.of()), naming.type());
            types.put(naming.name(), type);
            agreed.add(naming.as(type));
        }
        agreed.addAll(overlooked(agreed, sentences, types, text));
        agreed.sort(Comparator.comparingInt(NameOccurrence::start));
        return agreed;
    }

    private static EntityType most(Map<EntityType, Integer> votes, EntityType type) {
        EntityType most = type;
        for (EntityType other : EntityType.values()) {
            if (votes.getOrDefault(other, 0) > votes.getOrDefault(most, 0)) {
                most = other;
            }
        }
        return most;
    }

    /** Places where a name of at least two words that stands elsewhere in the article was not seen. */
    private static List<NameOccurrence> overlooked(
            List<NameOccurrence> namings, List<List<Token>> sentences, Map<String, EntityType> types, String text) {
        Map<String, Set<Integer>> lengths = new HashMap<>();
        types.keySet().stream()
                .map(Token::of)
                .filter(words -> words.size() > 1)
                .forEach(words -> lengths.computeIfAbsent(words.get(0).text(), first -> new TreeSet<>())
                        .add(words.size()));
        BitSet taken = new BitSet();
        namings.forEach(naming -> taken.set(naming.start(), naming.end()));
        List<NameOccurrence> found = new ArrayList<>();
        for (List<Token> sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                for (int length : lengths.getOrDefault(sentence.get(i).text(), Set.of())) {
                    List<Token> words = sentence.subList(i, Math.min(sentence.size(), i + length));
                    NameOccurrence naming = naming(EntityType.PERSON, words, text);
                    EntityType type = types.get(naming.name());
                    int next = taken.nextSetBit(naming.start());
                    if (type != null && (next < 0 || next >= naming.end())) {
                        found.add(naming.as(type));
                    }
                }
            }
        }
        return found;
    }
}
