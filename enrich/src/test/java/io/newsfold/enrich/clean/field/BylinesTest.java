package io.newsfold.enrich.clean.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.CleanArticle.Author;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylinesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            By Nell Ridley                      | Nell Ridley
            Written by: Nell Ridley             | Nell Ridley
            BY NELL RIDLEY and EDWIN MARSH      | Nell Ridley; Edwin Marsh
            by Nell Ridley, Reuters             | Nell Ridley
            – By Ludwig van Beethoven           | Ludwig van Beethoven
            """)
    void aBylineNamesPeople(String line, String expected) {
        assertThat(names(Bylines.in(line))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nell Ridley",
                "By the sea",
                "By Staff Reporter",
                "By Carrow Herald Newsroom",
                "Stand by Nell Ridley",
                "By ferry to Marwick Island, a hundred miles from where the road ends and the map has nothing "
                        + "more to say about it, all in all"
            })
    void aLineThatIsNoBylineOrNamesADeskNamesNobody(String line) {
        assertThat(Bylines.in(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nell Ridley                              | Nell Ridley
            Nell Ridley and Edwin Marsh              | Nell Ridley; Edwin Marsh
            Nell Ridley, Nell Ridley                 | Nell Ridley
            Nell Ridley for The Carrow Herald        | Nell Ridley
            Nell Ridley / Associated Press           | Nell Ridley
            """)
    void anAuthorFieldIsAListOfPeople(String field, String expected) {
        assertThat(names(Bylines.people(field))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ridley", "admin", "Carrow Herald Staff", "Online Desk", "https://a.example/nell"})
    void whatIsNoPersonIsNoAuthor(String field) {
        assertThat(Bylines.people(field)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nell Ridley is the maritime reporter of the paper, covering ports and ferries. | true
            Nell Ridley covers ports and ferries.                                          | true
            Nell Ridley is ninety years old and lives by the sea.                          | false
            Carrow Herald is a newspaper based in Carrow.                                  | false
            The reporter is Nell Ridley.                                                   | false
            """)
    void aBiographySaysWhatAPersonDoesForAPaper(String text, boolean biography) {
        assertThat(Bylines.isBiography(text)).isEqualTo(biography);
    }

    private static String names(List<Author> people) {
        return people.stream().map(Author::name).collect(Collectors.joining("; "));
    }
}
