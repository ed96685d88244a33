package io.newsfold.enrich.clean.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.ArticleText.Author;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
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
            By Edwin Marsh, Jr., and Nell Ridley, MD                    | Edwin Marsh Jr.; Nell Ridley
            By Nell Ridley in New Carrow and Edwin Marsh, City Editor   | Nell Ridley; Edwin Marsh
            WRITTEN BY: DR. ÅSE MØLLER-RIDLEY · PHOTOS: GREY AGENCY     | Åse Møller-Ridley
            Pictures by Edwin Marsh. Words by Nell Ridley. Edited by Ann Wick. | Nell Ridley
            By Nell Ridley March 5, 2026        | Nell Ridley
            By Nell Ridley · Harbour News       | Nell Ridley
            By Edwin Marsh, Sr. Adviser, Quays  | Edwin Marsh
            BY DENNIS MCALLEN                   | Dennis McAllen
            BY MARIT VAN DEN BOOM               | Marit van den Boom
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
                "De Nell Ridley cuentan que fue la primera",
                "By Sun Dec 21",
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
            Nell RidleyEdwin Marsh                   | Nell Ridley; Edwin Marsh
            Nell RidleyHarbour Columnist             | Nell Ridley
            By Nell al-Ridley (photographs: A. B.)   | Nell al-Ridley
            Jean RIDLEY                              | Jean Ridley
            Nell MacAllen                            | Nell MacAllen
            April Ridley                             | April Ridley
            约翰·史密斯                                | 约翰·史密斯
            """)
    void anAuthorFieldIsAListOfPeople(String field, String expected) {
        assertThat(names(Bylines.people(field))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ridley",
                "admin",
                "Carrow Herald Staff",
                "Online Desk",
                "https://a.example/nell",
                "Lindener Abendzeitung",
                "KBC Harbours",
                "nell@a.example",
                "More Posts"
            })
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

    @TestFactory
    Stream<DynamicTest> eachWordOfBylinesDoesInItsExampleWhatItIsFor() {
        return BylineWords.entries().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.kind() + " " + entry.words(),
                        () -> assertThat(names(Bylines.in(entry.example())))
                                .isEqualTo(entry.authors().equals("-") ? "" : entry.authors())));
    }

    private static String names(List<Author> people) {
        return people.stream().map(Author::name).collect(Collectors.joining("; "));
    }
}
