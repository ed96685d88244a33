package io.newsfold.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserGazetteerTest {
    @TempDir
    private Path folder;

    @Test
    void csvAndJsonLinesGiveTheSameNames() throws Exception {
        Path csv = write("own.csv", "name,aliases,id,type\n\"Ford, Helen\",Helen Ford|H. Ford,p1,person\n");
        Path json = write(
                "own.jsonl",
                "{\"name\":\"Ford, Helen\",\"aliases\":[\"Helen Ford\",\"H. Ford\"],\"id\":\"p1\","
                        + "\"type\":\"person\"}\n");

        assertThat(UserGazetteer.read(csv).entries().get(0).names())
                .isEqualTo(UserGazetteer.read(json).entries().get(0).names())
                .containsExactly("Ford, Helen", "Helen Ford", "H. Ford");
    }

    @Test
    void onlyAnIdOfWikidataIsAWikidataId() throws Exception {
        UserGazetteer own =
                UserGazetteer.read(write("own.csv", "name,aliases,id,type\nOslo,,Q585,place\nPier 7,,pier-7,place\n"));

        assertThat(own.entries()).extracting(e -> e.entity().wikidata()).containsExactly("Q585", null);
    }

    @ParameterizedTest
    @CsvSource({
        "'name,aliases,id,type\nOslo,,,place\n', 2: a name and an id are needed",
        "'name,aliases,id,type\nOslo,,1,harbour\n', 2: there is no type \"harbour\"",
        "'name,aliases,id,type\nOslo,,1,date\n', 2: there is no type \"date\"",
        "'name,aliases,id,type\nOslo,,1,place\nChristiania,Oslo,2,place\n', 3: \"Oslo\" stands for 1 already",
        "'label\nOslo\n', 2: a name and an id are needed",
    })
    void theMessageNamesTheBadLine(String text, String message) throws Exception {
        Path file = write("own.csv", text);

        assertThatThrownBy(() -> UserGazetteer.read(file))
                .isInstanceOf(InvalidGazetteerException.class)
                .hasMessage(file + ":" + message);
    }

    @Test
    void bytesThatAreNotUtf8AreRejected() throws Exception {
        Path file = folder.resolve("own.csv");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> UserGazetteer.read(file))
                .isInstanceOf(InvalidGazetteerException.class)
                .hasMessage(file + " is not UTF-8");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
