package io.newsfold.enrich.tag;

import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import io.newsfold.enrich.clean.CleanText;
import io.newsfold.enrich.clean.Cleaning.Cleaned;
import io.newsfold.enrich.tag.Gazetteer.Known;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds who and what a text names: by names known beforehand, by titles, first names and the words that organisations bear. Pure; thread-safe. */
public final class Tagger {
    private static final int LONGEST_NAME = 6;
    private static final Set<String> PARTICLES = Set.of("de", "van", "von", "der", "bin", "al", "da", "la");
    private static final Set<String> PLACE_WORDS = Set.of("in", "near", "from", "at");

    private final Gazetteer gazetteer = Gazetteer.load();

    /** Tags a clean text. The outlets that it credits, and its own, are no subjects of it. */
    public Tagged tag(Cleaned cleaned) {
        CleanText text = cleaned.text();
        Set<String> notSubjects = new HashSet<>();
        text.credits().forEach(credit -> notSubjects.add(credit.name()));
        if (text.publisher() != null) {
            notSubjects.add(text.publisher());
        }
        return new Tagged(cleaned, entities(text.headline(), text.articleBody(), notSubjects));
    }

    /**
     * The entities of a text, by salience and then id.
     *
     * @param headline counts for salience
     * @param body what the offsets of the mentions count in
     * @param notSubjects names that are no subjects of the text, such as outlets in credits
     */
    public List<Entity> entities(String headline, String body, Set<String> notSubjects) {
        List<Token> tokens = Token.of(body);
        Set<String> lowerCase = new HashSet<>();
        tokens.stream().filter(t -> !t.isCapitalised()).forEach(t -> lowerCase.add(t.text()));
        List<Naming> namings = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Optional<Naming> naming = tokens.get(i).isCapitalised() ? namingAt(tokens, i, lowerCase) : Optional.empty();
            naming.filter(n -> !notSubjects.contains(n.name()) && !notSubjects.contains(usualName(n)))
                    .ifPresent(namings::add);
            i = naming.map(Naming::nextToken).orElse(i + 1);
        }
        return new Resolution(gazetteer, headline, body).resolve(namings);
    }

    private String usualName(Naming naming) {
        return gazetteer.named(naming.name()).map(Known::name).orElse(naming.name());
    }

    private Optional<Naming> namingAt(List<Token> tokens, int at, Set<String> lowerCase) {
        int end = runEnd(tokens, at);
        for (int stop = end; stop > at; stop--) {
            Optional<Known> known = gazetteer.named(name(tokens, at, stop));
            boolean firstName = stop - at == 1
                    && end > stop
                    && gazetteer.has("first-names", tokens.get(at).text());
            boolean noName =
                    stop - at == 1 && gazetteer.has("not-names", tokens.get(at).text());
            if (known.isPresent() && !firstName && !noName) {
                return Optional.of(naming(tokens, at, stop, known.get().type(), null));
            }
        }
        return unknown(tokens, at, end, lowerCase);
    }

    /** Where the run of capitalised words ends; small words belong to it inside names, "of" inside names of organisations. */
    private int runEnd(List<Token> tokens, int at) {
        int end = at + 1;
        while (end < tokens.size() && end - at < LONGEST_NAME && tokens.get(end).joined()) {
            Token token = tokens.get(end);
            boolean capitalFollows = end + 1 < tokens.size()
                    && tokens.get(end + 1).joined()
                    && tokens.get(end + 1).isCapitalised();
            boolean particle = capitalFollows
                    && (PARTICLES.contains(token.text())
                            || token.text().equals("of") && isOrganisation(tokens, at, end));
            if (!token.isCapitalised() && !particle) {
                break;
            }
            end++;
        }
        return end;
    }

    private Optional<Naming> unknown(List<Token> tokens, int at, int end, Set<String> lowerCase) {
        boolean organisation = end - at > 1 && isOrganisation(tokens, at, end);
        int start = at;
        while (!organisation
                && start < end
                && gazetteer.has("titles", tokens.get(start).text())) {
            start++;
        }
        if (start >= end) {
            return Optional.empty();
        }
        boolean titled = start > at;
        Token first = tokens.get(start);
        boolean demonym = gazetteer.has("demonyms", first.text()) && !organisation;
        boolean sentenceWord = first.startsSentence()
                && !titled
                && lowerCase.contains(first.text().toLowerCase(Locale.ROOT));
        if (demonym || sentenceWord || gazetteer.has("not-names", first.text())) {
            return Optional.empty();
        }
        int stop = start + 1;
        while (stop < end && !isNoName(tokens.get(stop).text())) {
            stop++;
        }
        while (!tokens.get(stop - 1).isCapitalised()) {
            stop--;
        }
        return Optional.of(naming(tokens, start, stop, type(tokens, start, stop, titled), hint(tokens, start, stop)));
    }

    private boolean isNoName(String word) {
        return gazetteer.has("not-names", word) || gazetteer.has("titles", word) || gazetteer.has("demonyms", word);
    }

    private @Nullable EntityType type(List<Token> tokens, int start, int stop, boolean titled) {
        int words = stop - start;
        Token first = tokens.get(start);
        if (words > 1 && isOrganisation(tokens, start, stop)) {
            return EntityType.ORGANISATION;
        }
        if (titled
                || words >= 2
                        && (gazetteer.has("first-names", first.text()) || words <= 3 && !first.startsSentence())) {
            return EntityType.PERSON;
        }
        return words == 1 && first.isAcronym() ? EntityType.ORGANISATION : null;
    }

    private @Nullable EntityType hint(List<Token> tokens, int start, int stop) {
        if (stop < tokens.size()
                && tokens.get(stop).joined()
                && gazetteer.has("say", tokens.get(stop).text())) {
            return EntityType.PERSON;
        }
        boolean located =
                start > 0 && PLACE_WORDS.contains(tokens.get(start - 1).text());
        return located && !tokens.get(start).startsSentence() ? EntityType.PLACE : null;
    }

    private boolean isOrganisation(List<Token> tokens, int start, int stop) {
        return tokens.subList(start, stop).stream().anyMatch(t -> gazetteer.has("organisation-words", t.text()));
    }

    private static Naming naming(
            List<Token> tokens, int start, int stop, @Nullable EntityType type, @Nullable EntityType hint) {
        return new Naming(
                name(tokens, start, stop),
                type,
                hint,
                tokens.get(start).start(),
                tokens.get(stop - 1).end(),
                stop);
    }

    private static String name(List<Token> tokens, int start, int stop) {
        StringBuilder name = new StringBuilder(tokens.get(start).text());
        tokens.subList(start + 1, stop).forEach(t -> name.append(' ').append(t.text()));
        return name.toString();
    }
}
