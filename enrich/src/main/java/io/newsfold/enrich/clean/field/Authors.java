package io.newsfold.enrich.clean.field;

import io.newsfold.contract.ArticleText.Author;
import io.newsfold.enrich.clean.field.FieldCandidates.Candidate;
import io.newsfold.enrich.clean.input.TextMeasures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Mends names of authors by what the other sources of the page say: one source glues what another keeps apart. */
final class Authors {
    private final List<List<Author>> known;
    private final SiteNames site;

    private Authors(List<List<Author>> known, SiteNames site) {
        this.known = known;
        this.site = site;
    }

    /** The candidates with their names mended; those are left out that name nobody but the site. */
    static FieldCandidates<List<Author>> mended(FieldCandidates<List<Author>> candidates, SiteNames site) {
        Authors authors = new Authors(
                candidates.candidates().stream().map(Candidate::value).toList(), site);
        return candidates
                .map(c -> new Candidate<>(authors.mended(c.value()), c.from(), c.confidence()))
                .without(List::isEmpty);
    }

    private List<Author> mended(List<Author> people) {
        List<Author> mended = new ArrayList<>();
        for (Author person : people) {
            apart(person).stream().filter(one -> !mended.contains(one)).forEach(mended::add);
        }
        return List.copyOf(mended);
    }

    /** The people in one name, none where it is the site. */
    private List<Author> apart(Author person) {
        if (site.has(person.name())) {
            return List.of();
        }
        String bare = TextMeasures.bare(person.name());
        for (List<Author> others : known) {
            boolean isGlued = others.size() > 1
                    && others.stream()
                            .map(a -> TextMeasures.bare(a.name()))
                            .collect(Collectors.joining(" "))
                            .equals(bare);
            if (isGlued) {
                return others;
            }
        }
        return withoutSite(shortest(person, bare));
    }

    /** The name as a source gives it that adds no trade or outlet. */
    private Author shortest(Author person, String bare) {
        for (List<Author> others : known) {
            for (Author other : others) {
                boolean isWithin = bare.startsWith(TextMeasures.bare(other.name()) + " ");
                if (isWithin && !isSuffix(person.name().substring(other.name().length()))) {
                    return other;
                }
            }
        }
        return person;
    }

    private static boolean isSuffix(String rest) {
        return BylineWords.of(BylineWords.Kind.SUFFIX).contains(BylineWords.key(rest.strip()));
    }

    private List<Author> withoutSite(Author person) {
        String name = person.name();
        for (int space = name.indexOf(' '); space > 0; space = name.indexOf(' ', space + 1)) {
            if (site.has(name.substring(space + 1))) {
                String rest = name.substring(0, space);
                return PersonNames.isName(rest) ? List.of(new Author(rest)) : List.of();
            }
        }
        return List.of(person);
    }
}
