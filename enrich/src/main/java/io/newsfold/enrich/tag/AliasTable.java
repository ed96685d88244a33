package io.newsfold.enrich.tag;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What names mean, whoever writes them: the table that we ship, and before it the user's own list. Names are looked up as they stand and then by their
 * {@linkplain NameKey spelling key}. Immutable.
 *
 * <p>A line of the shipped tables: Wikidata id or {@code -}, type, usual name, other names ({@code |} between), names that stand for it only where nobody in
 * the article bears them, and words that speak for it where others bear its name.
 */
public final class AliasTable {
    private static final AliasTable SHIPPED = new AliasTable(List.of());

    private final Map<String, Set<KnownEntity>> names = new HashMap<>();
    private final Map<String, Set<KnownEntity>> spellings = new HashMap<>();
    private final Map<String, Set<KnownEntity>> shortNames = new HashMap<>();
    private final Map<String, KnownEntity> own = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();

    private AliasTable(Collection<UserGazetteer.Entry> entries) {
        read("aliases.tsv", true);
        read("aliases-made.tsv.gz", false);
        for (UserGazetteer.Entry entry : entries) {
            for (String name : entry.names()) {
                own.put(name, entry.known());
                noteLength(name);
            }
        }
    }

    /** The table that we ship. */
    public static AliasTable shipped() {
        return SHIPPED;
    }

    /** The shipped table with the user's own list before it. */
    public static AliasTable with(UserGazetteer gazetteer) {
        return new AliasTable(gazetteer.entries());
    }

    private void read(String resource, boolean certain) {
        try (InputStream stream = Objects.requireNonNull(AliasTable.class.getResourceAsStream(resource), resource);
                var in = new BufferedReader(new InputStreamReader(
                        resource.endsWith(".gz") ? new GZIPInputStream(stream) : stream, UTF_8))) {
            in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> add(line, certain));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private void add(String line, boolean certain) {
        String[] columns = line.split("\t", -1);
        EntityType type = EntityType.valueOf(columns[1].toUpperCase(Locale.ROOT));
        List<String> evidence = columns.length > 5 ? split(columns[5]) : List.of();
        String wikidata = columns[0].equals("-") ? null : columns[0];
        KnownEntity known = new KnownEntity(null, type, columns[2], wikidata, evidence, certain, null);
        List<String> all = new ArrayList<>(split(columns[3]));
        all.add(columns[2]);
        for (String name : all) {
            if (certain || !names.containsKey(name)) {
                names.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(known);
                String key = key(type, name);
                if (certain || !spellings.containsKey(key)) {
                    spellings.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(known);
                }
            }
        }
        for (String name : split(columns[4])) {
            shortNames.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(known);
        }
        if (certain) {
            Stream.concat(all.stream(), split(columns[4]).stream()).forEach(this::noteLength);
        }
    }

    private static List<String> split(String list) {
        return list.isEmpty() ? List.of() : List.of(list.split("\\|"));
    }

    private static String key(EntityType type, String name) {
        return type + "|" + NameKey.key(type, name);
    }

    private void noteLength(String name) {
        List<Token> tokens = Token.of(name);
        lengths.merge(tokens.get(0).text(), tokens.size(), Math::max);
    }

    /** The user's own thing of this name, or null. */
    @Nullable
    KnownEntity own(String name) {
        return own.get(name);
    }

    /** How many tokens the longest name has that begins with this token and is to be seen wherever it stands; 0 where none does. */
    int longestFrom(String token) {
        return lengths.getOrDefault(token, 0);
    }

    /**
     * The type of what this name means wherever it stands: the user's own, people and bodies of several words that our own hand wrote down, and bodies of
     * one word where it cannot be the capital of a sentence; null for others and for what names several things.
     */
    @Nullable
    EntityType typeAnywhere(String name, boolean startsSentence) {
        if (own.containsKey(name)) {
            return own.get(name).type();
        }
        Set<KnownEntity> things = names.getOrDefault(name, name.indexOf(' ') > 0 ? shortNamed(name) : Set.of());
        KnownEntity only = things.size() == 1 ? things.iterator().next() : null;
        if (only == null || !only.certain() || only.type() == EntityType.PLACE) {
            return null;
        }
        boolean telling = name.indexOf(' ') > 0 || only.type() == EntityType.ORGANISATION && !startsSentence;
        return telling ? only.type() : null;
    }

    /** The things that bear this name, by its letters first, then by its spelling for the type; empty where there are none. */
    Set<KnownEntity> named(EntityType type, String name, NameKey spelling) {
        Set<KnownEntity> exact = names.getOrDefault(name, Set.of());
        return exact.isEmpty() ? spellings.getOrDefault(type + "|" + spelling.of(type, name), Set.of()) : exact;
    }

    /** The things that a surname or another short name means where the article has nobody else of that name. */
    Set<KnownEntity> shortNamed(String name) {
        return shortNames.getOrDefault(name, Set.of());
    }
}
