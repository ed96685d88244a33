package io.newsfold.lab.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.newsfold.contract.GeoPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads a table of cities as GeoNames has it: a line for each, with tabs between the columns. */
final class GeoNamesCities {
    private static final int ID = 0;
    private static final int NAME = 1;
    private static final int ASCII_NAME = 2;
    private static final int OTHER_NAMES = 3;
    private static final int LATITUDE = 4;
    private static final int LONGITUDE = 5;
    private static final int COUNTRY = 8;
    private static final int POPULATION = 14;

    private GeoNamesCities() {}

    /**
     * A city.
     *
     * @param otherNames in many languages and scripts
     * @param country ISO 3166-1 code of two letters
     */
    record City(long id, String name, List<String> otherNames, String country, long population, GeoPoint geo) {}

    static List<City> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, UTF_8)) {
            return lines.map(line -> city(line.split("\t", -1))).toList();
        }
    }

    private static City city(String[] columns) {
        return new City(
                Long.parseLong(columns[ID]),
                columns[NAME],
                Stream.concat(Stream.of(columns[ASCII_NAME]), Stream.of(columns[OTHER_NAMES].split(",")))
                        .filter(GeoNamesCities::isName)
                        .toList(),
                columns[COUNTRY],
                Long.parseLong(columns[POPULATION]),
                new GeoPoint(Double.parseDouble(columns[LATITUDE]), Double.parseDouble(columns[LONGITUDE])));
    }

    /** Whether it is a name as people write it: GeoNames also has transliterations in small letters, and codes. */
    private static boolean isName(String name) {
        int first = name.isEmpty() ? ' ' : name.codePointAt(0);
        boolean isCode = name.length() < 4 && name.chars().allMatch(c -> c < 0x80);
        return Character.isLetter(first) && !Character.isLowerCase(first) && !isCode;
    }
}
