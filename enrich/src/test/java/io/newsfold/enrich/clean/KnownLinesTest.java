package io.newsfold.enrich.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.ArticleText.Author;
import io.newsfold.enrich.clean.body.Block;
import io.newsfold.text.date.DateLocale;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownLinesTest {
    private static final String PROSE = "The ferry to Marwick Island will sail only every second day from November, "
            + "because the company that runs it cannot find engineers for the winter.";

    @Test
    void headlineAndAuthorsAreNotRepeatedAroundTheText() {
        SelectedBlocks selected =
                blocks("Fewer boats for Marwick", "Nell RidleyEdwin Marsh, Reporters", PROSE, "Nell Ridley");

        SelectedBlocks known = KnownLines.drop(
                selected,
                "Fewer Boats for Marwick",
                List.of(new Author("Nell Ridley"), new Author("Edwin Marsh")),
                DateLocale.UNKNOWN);

        assertThat(known.kept()).extracting(Block::text).containsExactly(PROSE);
    }

    @Test
    void datesAreNotRepeatedAroundTheText() {
        SelectedBlocks selected =
                blocks("Published: Thu 5 Mar 2026 10.15 GMT", PROSE, "On 5 March 2026 the board meets again.", PROSE);

        SelectedBlocks known = KnownLines.drop(selected, "Marwick", List.of(), DateLocale.UNKNOWN);

        assertThat(known.kept())
                .extracting(Block::text)
                .containsExactly(PROSE, "On 5 March 2026 the board meets again.", PROSE);
    }

    @Test
    void linesBetweenParagraphsAndTextsOfLinesAloneStay() {
        SelectedBlocks interview = blocks(PROSE, "Nell Ridley:", PROSE);
        SelectedBlocks list = blocks("Nell Ridley", "Fewer boats for Marwick");

        List<Author> authors = List.of(new Author("Nell Ridley"));

        assertThat(KnownLines.drop(interview, "Marwick", authors, DateLocale.UNKNOWN)
                        .kept())
                .hasSize(3);
        assertThat(KnownLines.drop(list, "Marwick", authors, DateLocale.UNKNOWN).kept())
                .hasSize(2);
    }

    private static SelectedBlocks blocks(String... lines) {
        return new SelectedBlocks(Stream.of(lines)
                .map(line -> new Block(line, Block.Kind.LINE, 0))
                .toList());
    }
}
