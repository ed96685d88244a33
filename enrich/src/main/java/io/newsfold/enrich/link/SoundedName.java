package io.newsfold.enrich.link;

import com.ibm.icu.util.ULocale;
import io.newsfold.contract.Story.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entity of a story, with the sound of its name.
 *
 * @param entity as the story names it
 * @param sounds {@linkplain SoundKey keys} of its words, sorted; none for what is in the news of every day
 */
public record SoundedName(Named entity, List<String> sounds) {
    private static final int SHORT_SOUND = 3;
    private static final double WEIGHT_OF_EVERYDAY = 0.5;

    /** Names that are in the news of every day, as the alias table has them. */
    private static final Set<String> EVERYDAY = Stream.concat(
                    Arrays.stream(ULocale.getISOCountries())
                            .map(code -> new ULocale("und", code).getDisplayCountry(ULocale.ENGLISH)),
                    Stream.of(
                            // as the alias table names what CLDR names otherwise
                            "Bosnia and Herzegovina",
                            "Czech Republic",
                            "Democratic Republic of the Congo",
                            "East Timor",
                            "Hong Kong",
                            "Ivory Coast",
                            "Myanmar",
                            "Palestine",
                            "Republic of the Congo",
                            "Turkey",
                            // larger than countries
                            "Africa",
                            "Asia",
                            "Europe",
                            "European Union",
                            "Latin America",
                            "Middle East"))
            .collect(Collectors.toSet());

    public SoundedName {
        sounds = List.copyOf(sounds);
    }

    static SoundedName of(Named entity) {
        SoundedName name = new SoundedName(entity, List.of());
        return name.isSpecific() ? new SoundedName(entity, List.copyOf(SoundKey.ofWords(entity.name()))) : name;
    }

    /** How much it says about an event, 0.25 to 3. */
    double weight() {
        if (EVERYDAY.contains(entity.name())) {
            return WEIGHT_OF_EVERYDAY;
        }
        return switch (entity.type()) {
            case PERSON -> 3;
            case ORGANISATION, EVENT, WORK -> 2;
            case PLACE -> 1.5;
            case GROUP, DATE, MONEY, PERCENT, QUANTITY -> 0.25;
        };
    }

    /** The same for the sound of a word. */
    static double weight(String sound) {
        if (sound.length() == SHORT_SOUND) {
            return 0.6;
        }
        return sound.length() == SHORT_SOUND + 1 ? 1.25 : 2;
    }

    /** The id and the sounds, as far as few other events have them. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        if (isSpecific()) {
            keys.add(entity.id());
        }
        sounds.stream().filter(SoundedName::isSpecific).forEach(keys::add);
        return keys;
    }

    boolean isSpecific() {
        return weight() >= 1;
    }

    static boolean isSpecific(String sound) {
        return sound.length() > SHORT_SOUND;
    }
}
