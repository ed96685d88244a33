package io.newsfold.enrich.tag;

import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Flag;
import io.newsfold.contract.Limits;
import io.newsfold.enrich.StageResult;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.clean.Cleaned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds who and what a text names, and when and how much it says: a model trained for English, the shape of names for other languages; then decides what
 * means the same. Pure; thread-safe.
 */
public final class Tagger {
    private static final String UNKNOWN_LANGUAGE = "und";

    private final WordLists words = WordLists.load();
    private final AliasTable aliases;
    private final NameFinder english = new NameFinder(new OtherNameTypes(words));
    private final CapitalizedNameFinder others;

    /** A tagger with the table that we ship. */
    public Tagger() {
        this(AliasTable.shipped());
    }

    public Tagger(AliasTable aliases) {
        this.aliases = aliases;
        this.others = new CapitalizedNameFinder(aliases);
    }

    /** Tags a clean text. The outlets that it credits, its own, and who stands in its dateline are no subjects of it. */
    public StageResult<Tagged> tag(Cleaned cleaned) {
        CleanText text = cleaned.text();
        Set<String> notSubjects = new HashSet<>();
        text.credits().forEach(credit -> notSubjects.add(credit.name()));
        if (text.publisher() != null) {
            notSubjects.add(text.publisher());
        }
        String body = text.article().articleBody();
        int dateline = text.article().dateline() != null
                        && body.startsWith(text.article().dateline())
                ? text.article().dateline().length()
                : 0;
        List<Entity> entities =
                entities(text.article().headline(), body, text.article().inLanguage(), notSubjects, dateline);
        Cleaned flagged = isEnglish(text.article().inLanguage()) ? cleaned : cleaned.flagged(Flag.ENTITIES_BY_SHAPE);
        return StageResult.done(
                entities.size() <= Limits.ENTITIES
                        ? new Tagged(flagged, entities)
                        : new Tagged(flagged.flagged(Flag.ENTITIES_CUT), entities.subList(0, Limits.ENTITIES)));
    }

    /**
     * The entities of a text, by salience and then id.
     *
     * @param headline counts for salience
     * @param body what the offsets of the mentions count in
     * @param language BCP 47; {@code und} is read as English
     */
    public List<Entity> entities(String headline, String body, String language) {
        return entities(headline, body, language, Set.of(), 0);
    }

    private List<Entity> entities(
            String headline, String body, String language, Set<String> notSubjects, int dateline) {
        boolean isEnglish = isEnglish(language);
        List<List<Token>> sentences = Token.sentences(body);
        List<NameOccurrence> names =
                isEnglish ? english.find(body, sentences) : others.find(body, sentences, language.startsWith("de"));
        List<NameOccurrence> namings = withKnown(names, sentences, body);
        NameKey spelling = new NameKey();
        namings.removeIf(n -> isNoSubject(n, notSubjects, dateline, spelling));
        if (isEnglish) {
            namings.addAll(ValueFinder.find(body, sentences, namings));
            namings.addAll(OfficeTitles.find(body, namings));
        }
        namings.sort(Comparator.comparingInt(NameOccurrence::start).thenComparing(NameOccurrence::end));
        return new EntityResolution(aliases, spelling, headline, body)
                .resolve(namings, Quotation.find(body, namings, words));
    }

    private static boolean isEnglish(String language) {
        return language.startsWith("en") || language.equals(UNKNOWN_LANGUAGE);
    }

    /** The names, and those that the alias table has to be seen wherever they stand, in place of what was found inside them. */
    private List<NameOccurrence> withKnown(List<NameOccurrence> names, List<List<Token>> sentences, String body) {
        NavigableMap<Integer, NameOccurrence> all = new TreeMap<>(); // by start: no two overlap
        names.forEach(name -> all.put(name.start(), name));
        for (List<Token> sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                int longest = aliases.longestFrom(sentence.get(i).text());
                for (int end = Math.min(sentence.size(), i + longest); end > i; end--) {
                    NameOccurrence naming = NameFinder.naming(EntityType.PERSON, sentence.subList(i, end), body);
                    EntityType type = aliases.typeAnywhere(naming.name(), i == 0);
                    boolean goesOn = end < sentence.size() && goesOn(sentence.get(end));
                    if (type != null && (isOwn(naming) || !goesOn && !isPartOfAny(naming, all))) {
                        for (NameOccurrence in = overlapping(naming, all); in != null; in = overlapping(naming, all)) {
                            all.remove(in.start());
                        }
                        all.put(naming.start(), naming.as(type));
                        i = end - 1;
                        break;
                    }
                }
            }
        }
        return new ArrayList<>(all.values());
    }

    /** The last of the names that the naming overlaps, or null. */
    private static @Nullable NameOccurrence overlapping(
            NameOccurrence naming, NavigableMap<Integer, NameOccurrence> names) {
        Map.Entry<Integer, NameOccurrence> last = names.lowerEntry(naming.end());
        return last != null && last.getValue().end() > naming.start() ? last.getValue() : null;
    }

    /** Whether a name that the naming overlaps goes beyond it, which only the first and the last of them can. */
    private static boolean isPartOfAny(NameOccurrence naming, NavigableMap<Integer, NameOccurrence> names) {
        Map.Entry<Integer, NameOccurrence> first = names.floorEntry(naming.start());
        Map.Entry<Integer, NameOccurrence> last = names.lowerEntry(naming.end());
        return first != null && naming.isPartOf(first.getValue()) || last != null && naming.isPartOf(last.getValue());
    }

    /** Whether the name before this word is part of a longer one: the Paris Agreement, the United States Senate elections. */
    private boolean goesOn(Token next) {
        return next.isCapitalised() || next.text().equals("-") || words.has("elections", next.text());
    }

    private boolean isOwn(NameOccurrence naming) {
        return aliases.own(naming.name()) != null;
    }

    private boolean isNoSubject(NameOccurrence naming, Set<String> notSubjects, int dateline, NameKey spelling) {
        boolean outletOfDateline = naming.end() <= dateline && naming.type() != EntityType.PLACE;
        return outletOfDateline
                || notSubjects.contains(naming.name())
                || !notSubjects.isEmpty()
                        && naming.type() == EntityType.ORGANISATION
                        && aliases.named(naming.type(), naming.name(), spelling).stream()
                                .anyMatch(known -> notSubjects.contains(known.name()));
    }
}
