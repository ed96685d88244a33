package io.newsfold.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FlagsDescriptionTest {
    private static final Path GUIDE = Path.of("../docs/cleaning.md");
    private static final String BEGIN = "<!-- flags: made from the enum Flag -->\n";
    private static final String END = "<!-- end of flags -->";

    @Test
    void theGuideHasATableOfAllFlags() throws IOException {
        String guide = Files.readString(GUIDE);
        String expected =
                guide.substring(0, guide.indexOf(BEGIN)) + BEGIN + table() + guide.substring(guide.indexOf(END));

        if (System.getProperty("golden") != null) {
            Files.writeString(GUIDE, expected);
        }
        assertThat(GUIDE).as("./newsfold golden rewrites it").content().isEqualTo(expected);
    }

    @Test
    void flagsAreInTheOrderOfTheirCodes() {
        assertThat(Arrays.stream(Flag.values()).map(Flag::code)).isSorted();
    }

    private static String table() {
        return Arrays.stream(Flag.values())
                .map(flag -> "| `" + flag.code() + "` | " + flag.meaning() + " |\n")
                .collect(Collectors.joining("", "\n| flag | meaning |\n|---|---|\n", "\n"));
    }
}
