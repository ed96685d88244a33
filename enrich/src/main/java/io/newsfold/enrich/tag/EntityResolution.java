package io.newsfold.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Entity;
import io.newsfold.contract.Entity.Mention;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Sha256;
import io.newsfold.enrich.tag.PersonNames.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides which of an article's namings mean the same thing, and gives each thing its id. */
final class EntityResolution {
    private static final Pattern LINKING = Pattern.compile("(?i)of|the|and|for|on|in|de|la|&");

    /**
     * A thing that the article names.
     *
     * @param identity what its id is made from
     * @param candidates what else the name may mean
     */
    private record Thing(
            String identity,
            EntityType type,
            String name,
            @Nullable KnownEntity known,
            List<String> candidates) {}

    private final AliasTable aliases;
    private final String headline;
    private final String body;
    private final int[] codePoints;
    private final NameKey spelling;
    private final PersonNames people;
    private final Map<NameOccurrence, Person> persons = new HashMap<>();
    private final Map<String, String> longNames = new HashMap<>();
    private final Map<String, Optional<Thing>> decided = new HashMap<>();

    EntityResolution(AliasTable aliases, NameKey spelling, String headline, String body) {
        this.aliases = aliases;
        this.spelling = spelling;
        this.people = new PersonNames(spelling);
        this.headline = headline;
        this.body = body;
        this.codePoints = codePoints(body);
    }

    List<Entity> resolve(List<NameOccurrence> namings, List<Quotation> quotations) {
        namings.stream()
                .filter(n -> n.type() == EntityType.PERSON && PersonNames.isFull(n.name()))
                .forEach(n -> persons.put(n, people.named(n)));
        expandShortNames(namings);
        Map<NameOccurrence, String> identities = new HashMap<>();
        Map<String, Thing> things = new LinkedHashMap<>();
        Map<String, List<NameOccurrence>> places = new HashMap<>();
        for (NameOccurrence naming : namings) {
            Thing thing = meant(naming);
            identities.put(naming, thing.identity());
            things.merge(thing.identity(), thing, EntityResolution::fuller);
            places.computeIfAbsent(thing.identity(), i -> new ArrayList<>()).add(naming);
        }
        Map<String, List<Mention>> quotes = new HashMap<>();
        for (Quotation quotation : quotations) {
            String speaker = identities.get(quotation.speaker());
            if (speaker != null) {
                quotes.computeIfAbsent(speaker, s -> new ArrayList<>())
                        .add(mention(quotation.start(), quotation.end()));
            }
        }
        return things.values().stream()
                .map(thing -> entity(
                        thing,
                        places.getOrDefault(thing.identity(), List.of()),
                        quotes.getOrDefault(thing.identity(), List.of())))
                .sorted(Comparator.comparingDouble((Entity e) -> -e.salience()).thenComparing(Entity::id))
                .toList();
    }

    private static Thing fuller(Thing one, Thing other) {
        return one.known() == null && other.name().length() > one.name().length() ? other : one;
    }

    /** Acronyms of names in the article, and first words of them, where only one fits. */
    private void expandShortNames(List<NameOccurrence> namings) {
        Map<String, Set<String>> longer = new TreeMap<>();
        for (NameOccurrence naming : namings) {
            List<String> words = List.of(naming.name().split(" "));
            if (words.size() > 1
                    && naming.type() != EntityType.PERSON
                    && naming.type().isNamed()) {
                String initials = words.stream()
                        .filter(word -> !LINKING.matcher(word).matches())
                        .map(word -> word.substring(0, 1))
                        .collect(Collectors.joining());
                longer.computeIfAbsent(initials, i -> new java.util.TreeSet<>()).add(naming.name());
                if (naming.type() == EntityType.ORGANISATION) {
                    longer.computeIfAbsent(words.get(0), i -> new java.util.TreeSet<>())
                            .add(naming.name());
                }
            }
        }
        for (NameOccurrence naming : namings) {
            Set<String> names = longer.getOrDefault(naming.name().replace(".", ""), Set.of());
            boolean acronym = naming.name().equals(naming.name().toUpperCase(java.util.Locale.ROOT));
            boolean fits = naming.type() == EntityType.ORGANISATION || acronym && naming.type() == EntityType.PLACE;
            if (names.size() == 1 && fits && naming.name().length() > 1) {
                longNames.put(naming.name(), names.iterator().next());
            }
        }
    }

    private Thing meant(NameOccurrence naming) {
        if (!naming.type().isNamed()) {
            return new Thing(naming.type() + "|" + naming.name(), naming.type(), naming.name(), null, List.of());
        }
        KnownEntity own = aliases.own(naming.name());
        if (own != null) {
            return thing(own);
        }
        if (naming.type() == EntityType.PERSON) {
            return person(naming);
        }
        String name = longNames.getOrDefault(naming.name(), naming.name());
        Thing known = known(naming.type(), naming.name());
        known = known == null ? known(naming.type(), name) : known;
        return known == null ? unknown(naming.type(), name) : known;
    }

    private Thing person(NameOccurrence naming) {
        Person person = persons.get(naming);
        if (person == null) {
            person = people.meant(naming);
        }
        String name = person == null ? naming.name() : person.name();
        Thing known = known(EntityType.PERSON, name);
        if (known == null && person == null) {
            known = chosen(aliases.shortNamed(name), EntityType.PERSON, name);
        }
        if (known == null && person == null) {
            known = placeOrBody(name);
        }
        return known == null ? unknown(EntityType.PERSON, name) : known;
    }

    /** What looks like a person alone, where nobody in the article has such a name and the table knows a place or a body by it. */
    private @Nullable Thing placeOrBody(String name) {
        for (EntityType type : List.of(EntityType.PLACE, EntityType.ORGANISATION)) {
            Set<KnownEntity> certain = aliases.named(type, name, spelling).stream()
                    .filter(KnownEntity::certain)
                    .collect(Collectors.toSet());
            if (!certain.isEmpty()) {
                return chosen(certain, type, name);
            }
        }
        return null;
    }

    private Thing unknown(EntityType type, String name) {
        return new Thing(type + "|" + spelling.of(type, name), type, name, null, List.of());
    }

    private @Nullable Thing known(EntityType type, String name) {
        return decided.computeIfAbsent(
                        type + "|" + name,
                        n -> Optional.ofNullable(chosen(aliases.named(type, name, spelling), type, name)))
                .orElse(null);
    }

    /** What the name means: the only thing that fits, or the only one for which the article speaks; where it leaves doubt, nothing known, with all it may mean. */
    private @Nullable Thing chosen(Set<KnownEntity> things, EntityType type, String name) {
        List<KnownEntity> fitting =
                things.stream().filter(known -> fits(known, type)).toList();
        if (fitting.size() <= 1) {
            return fitting.isEmpty() ? null : thing(fitting.get(0));
        }
        List<KnownEntity> spokenFor = fitting.stream()
                .filter(known -> known.evidence().stream().anyMatch(this::says))
                .toList();
        if (spokenFor.size() == 1) {
            return thing(spokenFor.get(0));
        }
        List<String> candidates = fitting.stream()
                .map(KnownEntity::wikidata)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
        return new Thing(type + "|" + spelling.of(type, name), type, name, null, candidates);
    }

    /** Whether the thing can be meant by a name that looks to be of this type in the text. */
    private static boolean fits(KnownEntity known, EntityType type) {
        boolean bothBodies = type != EntityType.PERSON && known.type() != EntityType.PERSON;
        return known.type() == type || known.certain() && bothBodies;
    }

    private boolean says(String word) {
        return headline.contains(word) || body.contains(word);
    }

    private static Thing thing(KnownEntity known) {
        String identity = known.id() != null
                ? "own|" + known.id()
                : known.wikidata() != null
                        ? "wikidata|" + known.wikidata()
                        : known.type() + "|" + NameKey.key(known.type(), known.name());
        return new Thing(identity, known.type(), known.name(), known, List.of());
    }

    private Entity entity(Thing thing, List<NameOccurrence> places, List<Mention> quotes) {
        KnownEntity known = thing.known();
        String own = known == null ? null : known.id();
        String id = own != null
                ? own
                : "e-" + Sha256.hex(thing.identity().getBytes(UTF_8)).substring(0, 16);
        return new Entity(
                id,
                thing.type(),
                thing.name(),
                known == null ? null : known.wikidata(),
                thing.candidates(),
                known == null ? null : known.gazetteer(),
                thing.type().isNamed() ? salience(places) : 0,
                places.stream().map(n -> mention(n.start(), n.end())).toList(),
                quotes);
    }

    private Mention mention(int start, int end) {
        return new Mention(codePoints[start], codePoints[end]);
    }

    /** Half for standing in the headline, a quarter for the first paragraph, a quarter for how often. */
    private double salience(List<NameOccurrence> places) {
        int firstParagraph = body.indexOf("\n\n");
        boolean inHeadline = places.stream().anyMatch(n -> headline.contains(n.name()));
        boolean early = firstParagraph < 0 || places.get(0).start() < firstParagraph;
        double often = Math.min(places.size(), 8) / 8.0;
        return Math.round((0.5 * (inHeadline ? 1 : 0) + 0.25 * (early ? 1 : 0) + 0.25 * often) * 1000) / 1000.0;
    }

    /** For each char index, the number of code points before it. */
    private static int[] codePoints(String text) {
        int[] counts = new int[text.length() + 1];
        for (int i = 0, n = 0; i < text.length(); i++) {
            counts[i] = n;
            n += Character.isHighSurrogate(text.charAt(i)) ? 0 : 1;
            counts[i + 1] = n;
        }
        return counts;
    }
}
