package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.newsfold.contract.Entity;
import io.newsfold.contract.EntityType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaggerTest {
    private final Tagger tagger = new Tagger();

    @Test
    void aSurnameATitleAndAPossessiveMeanThePersonNamedInFull() {
        String text = "Harbour master Edwin Marsh opened the pier. Mr. Marsh then left for Norway, "
                + "and Marsh's deputy stayed.";

        Entity person = only(EntityType.PERSON, text);

        assertThat(person.name()).isEqualTo("Edwin Marsh");
        assertThat(named(person, text)).containsExactly("Edwin Marsh", "Marsh", "Marsh");
    }

    @Test
    void anOfficeMeansThePersonWhoHoldsItInTheArticle() {
        String text = "Norwegian Prime Minister Kari Berg came to Berlin on Friday. Later the Norwegian "
                + "prime minister met reporters.";

        Entity berg = only(EntityType.PERSON, text);

        assertThat(named(berg, text)).containsExactly("Kari Berg", "Norwegian prime minister");
    }

    @Test
    void twoPeopleWithOneSurnameAreTwoEntities() {
        assertThat(tag("On Monday Edwin Marsh met his sister Helen Marsh at the pier.", EntityType.PERSON))
                .extracting(Entity::name)
                .containsExactlyInAnyOrder("Edwin Marsh", "Helen Marsh");
    }

    @Test
    void aNicknameAndAnInitialAreOnePerson() {
        String text = "Senator William R. Hargrove spoke first. Bill Hargrove has led the panel since May, "
                + "and Hargrove will stay.";

        Entity person = only(EntityType.PERSON, text);

        assertThat(person.name()).isEqualTo("William R. Hargrove");
        assertThat(named(person, text)).containsExactly("William R. Hargrove", "Bill Hargrove", "Hargrove");
    }

    @Test
    void aSignInPlaceOfAGivenNameIsNobodysInitial() {
        String text = "Edwin Marsh spoke on Monday. \u2020 Marsh said that it was late, and \u2020 Marsh left.";

        assertThat(tag(text, EntityType.PERSON)).extracting(Entity::name).contains("Edwin Marsh");
    }

    @Test
    void anAcronymMeansTheNameWhoseInitialsItHas() {
        String text =
                "The Coastal Harbour Inspection Agency fined two owners. Inspectors of the CHIA will return in May.";

        Entity agency = only(EntityType.ORGANISATION, text);

        assertThat(named(agency, text)).containsExactly("Coastal Harbour Inspection Agency", "CHIA");
    }

    @ParameterizedTest
    @CsvSource({
        "Volodymyr Zelenskyy, Volodymyr Zelenskiy",
        "Vladimir Zelensky, Volodymyr Zelensky",
        "Dmitry Larsov, Dmitriy Larsov",
        "Moammar Hassan, Muammar Hassan",
        "Mohammed Daoud, Mohamed Daoud",
        "Alexei Petrov, Aleksey Petrov",
        "Sergei Orlov, Sergey Orlov",
        "Jürgen Müller, Jürgen Mueller",
        "Kyiv, Kiev",
        "Bombay, Mumbai",
        "World Health Organization, World Health Organisation",
        "United Kingdom, Britain"
    })
    void spellingsOfOneNameHaveOneId(String one, String other) {
        assertThat(ids(one + " said so.")).hasSize(1).isEqualTo(ids(other + " said so."));
    }

    @ParameterizedTest
    @CsvSource({"John Smith, Joan Smith", "Martin Weber, Morton Weber", "North Korea, South Korea"})
    void similarNamesOfDifferentThingsHaveDifferentIds(String one, String other) {
        assertThat(ids(one + " said so.")).doesNotContainAnyElementsOf(ids(other + " said so."));
    }

    @Test
    void anAmbiguousNameIsLinkedWithEvidenceOnly() {
        Entity doubtful = only(EntityType.PLACE, "Protesters gathered in Georgia on Sunday.");
        Entity state =
                tag("Voters in Georgia went to the polls, and in Atlanta queues were long.", EntityType.PLACE).stream()
                        .filter(e -> e.name().equals("Georgia"))
                        .findFirst()
                        .orElseThrow();

        assertThat(doubtful.wikidata()).isNull();
        assertThat(doubtful.candidates()).containsExactly("Q1428", "Q230");
        assertThat(state.wikidata()).isEqualTo("Q1428");
        assertThat(state.candidates()).isEmpty();
    }

    @Test
    void datesAndFiguresAreFound() {
        String text = "On 3 May 2024 the firm paid $2.5 million, 12 percent more than in 2023, "
                + "for 40 square miles of forest.";
        List<Entity> entities = tagger.entities("", text, "en");

        assertThat(entities)
                .flatExtracting(e ->
                        named(e, text).stream().map(n -> e.type() + " " + n).toList())
                .containsExactlyInAnyOrder(
                        "DATE 3 May 2024",
                        "MONEY $2.5 million",
                        "PERCENT 12 percent",
                        "DATE 2023",
                        "QUANTITY 40 square miles");
    }

    @Test
    void aQuotationHasASpeakerWhereAVerbOfSayingStandsBesideAName() {
        String text =
                "“The pier is closed,” said Edwin Marsh. Helen Ford said: “It will open in May.” “Nobody knows when.”";

        assertThat(tag(text, EntityType.PERSON))
                .extracting(e -> e.name() + " " + e.quotes().size())
                .containsExactlyInAnyOrder("Edwin Marsh 1", "Helen Ford 1");
    }

    @ParameterizedTest
    @CsvSource({
        "Harlow & Marsh raised its prices on Monday., Harlow & Marsh",
        "The shares of Marsh & Marsh's owner fell., Marsh & Marsh",
        "H&M cut its rating for the firm., H&M"
    })
    void aFirmWithAnAmpersandIsOneOrganisation(String text, String name) {
        assertThat(tag(text, EntityType.ORGANISATION)).extracting(Entity::name).containsExactly(name);
        assertThat(tag(text, EntityType.PERSON)).isEmpty();
    }

    @Test
    void twoWordsWithAnOfficeBehindThemAreAPerson() {
        assertThat(tag("The judge gave no reason, and Will Derry, NCA director, said nothing.", EntityType.PERSON))
                .extracting(Entity::name)
                .containsExactly("Will Derry");
    }

    @Test
    void heOrSheIsTheSpeakerBeforeWhereNobodyElseWasNamed() {
        String text =
                "“The pier is closed,” said Edwin Marsh. “It is old,” he added. Later he told reporters: “It will open"
                        + " in May.” Helen Ford and Kari Berg listened. “We shall see,” she said.";

        Entity marsh = tag(text, EntityType.PERSON).stream()
                .filter(person -> person.name().equals("Edwin Marsh"))
                .findFirst()
                .orElseThrow();

        assertThat(marsh.quotes()).extracting(Entity.Quote::verb).containsExactly("said", "added", "told");
        assertThat(tag(text, EntityType.PERSON))
                .filteredOn(person -> !person.name().equals("Edwin Marsh"))
                .allSatisfy(person -> assertThat(person.quotes()).isEmpty());
    }

    @Test
    void peoplesAndEventsAreNotPlaces() {
        List<Entity> entities = tagger.entities("", "Many Norwegians remember the Cold War.", "en");

        assertThat(entities)
                .extracting(e -> e.type() + " " + e.name())
                .containsExactlyInAnyOrder("GROUP Norwegians", "EVENT Cold War");
    }

    @Test
    void offsetsCountCodePoints() {
        String text = "🙂🙂 said Marco Rubio.";

        assertThat(named(only(EntityType.PERSON, text), text)).containsExactly("Marco Rubio");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MARCO RUBIO ARRIVES IN LONDON FOR TALKS",
                "Marco Rubio Arrives In London For Talks",
                "‘Marco Rubio’ is in “London”"
            })
    void namesAreFoundInCapitalsAndCurlyQuotes(String text) {
        assertThat(tagger.entities("", text, "en")).extracting(Entity::wikidata).contains("Q324546", "Q84");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "...", "\ud800", "https://example.org/?q=%00", "1234567890"})
    void textsWithoutWordsHaveNoNames(String text) {
        assertThat(tagger.entities("", text, "en")).noneMatch(e -> e.type().isNamed());
    }

    @Test
    void allMentionsOfAVeryLongArticleAreFound() {
        String text = "Edwin Marsh met Helen Ford in Oslo on Friday. ".repeat(20_000);

        assertThat(tag(text, EntityType.PERSON))
                .hasSize(2)
                .allMatch(e -> e.mentions().size() == 20_000);
    }

    @Test
    void namesOfAnotherLanguageAreFoundByTableAndCapitals() {
        String text = "Hier, le président Emmanuel Macron a rencontré Élise Dupontel à Paris.";

        assertThat(tagger.entities("", text, "fr"))
                .extracting(Entity::name)
                .containsExactlyInAnyOrder("Emmanuel Macron", "Élise Dupontel", "Paris");
    }

    @Test
    void theUsersGazetteerComesFirstAndItsVersionIsInTheEntity(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("own.csv");
        Files.writeString(
                file, "name,aliases,id,type\nSorrel Bridge,the old swing bridge|Sorrel swing bridge,bridge-7,place\n");
        UserGazetteer own = UserGazetteer.read(file);

        List<Entity> entities = new Tagger(AliasTable.with(own), List.of())
                .entities("", "Workers closed the old swing bridge on Monday.", "en");

        assertThat(entities)
                .filteredOn(e -> e.id().equals("bridge-7"))
                .singleElement()
                .satisfies(bridge -> {
                    assertThat(bridge.name()).isEqualTo("Sorrel Bridge");
                    assertThat(bridge.gazetteer()).isEqualTo(own.version()).hasSize(12);
                });
    }

    private List<Entity> tag(String text, EntityType type) {
        return tagger.entities("", text, "en").stream()
                .filter(e -> e.type() == type)
                .toList();
    }

    private Entity only(EntityType type, String text) {
        List<Entity> entities = tag(text, type);
        assertThat(entities).hasSize(1);
        return entities.get(0);
    }

    private Set<String> ids(String text) {
        return tagger.entities("", text, "en").stream()
                .filter(e -> e.type().isNamed())
                .map(Entity::id)
                .collect(Collectors.toSet());
    }

    private static List<String> named(Entity entity, String text) {
        return Stream.of(entity)
                .flatMap(e -> e.mentions().stream())
                .map(m -> text.substring(text.offsetByCodePoints(0, m.start()), text.offsetByCodePoints(0, m.end())))
                .toList();
    }
}
