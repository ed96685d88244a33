package io.newsfold.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.Entity;
import io.newsfold.contract.Entity.Mention;
import io.newsfold.contract.EntityType;
import io.newsfold.contract.Sha256;
import io.newsfold.enrich.tag.Gazetteer.Known;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides which of an article's namings mean the same thing, and gives each thing its id. */
final class Resolution {
    private final Gazetteer gazetteer;
    private final String headline;
    private final String body;
    private final int[] codePoints;
    private final Map<String, Set<String>> fullNamesBySurname = new HashMap<>();

    Resolution(Gazetteer gazetteer, String headline, String body) {
        this.gazetteer = gazetteer;
        this.headline = headline;
        this.body = body;
        this.codePoints = codePoints(body);
    }

    List<Entity> resolve(List<Naming> namings) {
        for (Naming naming : namings) {
            if (naming.isFullName()) {
                String surname =
                        Spelling.key(naming.name().substring(naming.name().lastIndexOf(' ') + 1));
                fullNamesBySurname
                        .computeIfAbsent(surname, s -> new HashSet<>())
                        .add(fullName(naming.name()));
            }
        }
        Map<Known, List<Naming>> things = new LinkedHashMap<>();
        for (Naming naming : namings) {
            meant(naming)
                    .ifPresent(thing -> things.computeIfAbsent(thing, t -> new ArrayList<>())
                            .add(naming));
        }
        List<Entity> entities = new ArrayList<>();
        things.forEach((thing, places) -> entities.add(entity(thing, places)));
        entities.sort(Comparator.comparingDouble((Entity e) -> -e.salience()).thenComparing(Entity::id));
        return entities;
    }

    private Optional<Known> meant(Naming naming) {
        Optional<Known> known = gazetteer.named(naming.name());
        if (known.isPresent()) {
            return known;
        }
        boolean single = naming.name().indexOf(' ') < 0;
        if (single && naming.type() != EntityType.ORGANISATION) {
            Set<String> people = fullNamesBySurname.getOrDefault(Spelling.key(naming.name()), Set.of());
            if (people.size() == 1) {
                return person(people.iterator().next());
            }
            Optional<Known> shortNamed = people.isEmpty() ? gazetteer.shortNamed(naming.name()) : Optional.empty();
            if (shortNamed.isPresent()) {
                return shortNamed;
            }
        }
        if (naming.isFullName()) {
            return person(fullName(naming.name()));
        }
        EntityType type = naming.type() == null ? naming.hint() : naming.type();
        return type == null ? Optional.empty() : Optional.of(new Known(type, naming.name(), null));
    }

    private Optional<Known> person(String fullName) {
        return gazetteer.named(fullName).or(() -> Optional.of(new Known(EntityType.PERSON, fullName, null)));
    }

    /** A full name without initials in the middle: they come and go. */
    private String fullName(String name) {
        if (gazetteer.named(name).isPresent()) {
            return gazetteer.named(name).map(Known::name).orElse(name);
        }
        return name.replaceAll(" \\p{Lu}\\.?(?= )", "");
    }

    private Entity entity(Known thing, List<Naming> places) {
        List<Mention> mentions = places.stream()
                .map(n -> new Mention(codePoints[n.start()], codePoints[n.end()]))
                .toList();
        String identity =
                thing.type() + "|" + (thing.wikidata() == null ? Spelling.key(thing.name()) : thing.wikidata());
        String id = "e-" + Sha256.hex(identity.getBytes(UTF_8)).substring(0, 16);
        return new Entity(id, thing.type(), thing.name(), thing.wikidata(), salience(places), mentions);
    }

    /** Half for standing in the headline, a quarter for the first paragraph, a quarter for how often. */
    private double salience(List<Naming> places) {
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
