package io.newsfold.enrich.clean.body;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words that tell furniture from text in the biggest languages of news: of whom the page speaks to, and of times. A
 * word that means something else in another of these languages is left out.
 */
final class PageWordLists {
    private static final List<String> LANGUAGES = List.of(
            "en", "de", "es", "fr", "pt", "it", "pl", "nl", "ru", "uk", "tr", "id", "sv", "da", "fi", "cs", "el", "ar");

    /** Frequent words of ten languages. The models of blocks were grown with these: another list needs other models. */
    static final List<String> FUNCTION_WORDS =
            words("a aan ada adalah akan al ale alla als ama an ancak anche and ao are as at au auch auf aus "
                    + "aux avec bahwa be bei bij bir bisa bu by było będzie ce che co com come como con czy da daha "
                    + "dal dalam dan dans dari das dass dat de dei del della dem den dengan der des değil di die "
                    + "diye dla do door dos du e een ein eine el ele em en er es est este et foi for from fue für "
                    + "gibi gli göre ha has hat have he heeft her het hij his i il ile im in ini is ise ist it itu "
                    + "için jak jego jest juga kadar karena kata ke które który la las le lebih les lo los maar "
                    + "mais mas mereka met mit más na naar nach ne nel nicht nie niet no nog non not não o od of "
                    + "olan olarak oldu olduğu oleh om on ont ook op oraz os pada par para pas pelo per pero più "
                    + "plus po por pour przez que qui saat said se sebuah setelah si sich sie się sobre son sono "
                    + "sonra sont su sudah sur sus są tahun te tego telah tem that the they this tidak to tym uit "
                    + "um uma un una und une untuk van var ve von voor w was werden which who will with worden y ya "
                    + "yang yeni z za zijn został zu à çok è é été że");

    static final List<String> SECOND_PERSON = words("you your we our us du dein deine deinen deiner dir dich euch euer "
            + "eure wir uns unser unsere unseren unserem unserer vous votre vos nous notre nos tus usted ustedes "
            + "nuestro nuestra nuestros nuestras você vocês nosso nossa nossos nossas tuo tua vostro vostra nostro "
            + "nostra nostri jij jouw onze twój twoje twoja nasz nasze nasza naszych вы вам ваш ваши ваших наш наши "
            + "наших нашем siz sizin size bizim anda kamu kami");

    static final List<String> FIRST_PERSON = words("i my me im ive ich mich mir mein meine meinen meiner moi mon mes "
            + "yo eu meu minha io mio mia ik mijn mnie mój moja я мне меня мой моя ben benim saya");

    private static final List<String> TIMES = words("am pm ago updated published posted gmt est utc uhr aktualisiert "
            + "veröffentlicht publié publiée actualizado publicado atualizado aggiornato pubblicato aktualizacja "
            + "opublikowano bijgewerkt gepubliceerd обновлено опубликовано güncelleme yayınlanma diperbarui");

    private PageWordLists() {}

    private static List<String> words(String list) {
        return List.of(list.split(" "));
    }

    /** The names of months and days by CLDR, and words that stand beside a date. */
    static Set<String> timeWords() {
        Set<String> all = new TreeSet<>(TIMES);
        for (String language : LANGUAGES) {
            DateFormatSymbols names = DateFormatSymbols.getInstance(ULocale.forLanguageTag(language));
            List.of(names.getMonths(), names.getShortMonths(), names.getWeekdays())
                    .forEach(some -> addNames(some, all));
        }
        return all;
    }

    private static void addNames(String[] names, Set<String> all) {
        for (String name : names) {
            String word = name.toLowerCase(Locale.ROOT).replace(".", "");
            if (word.length() > 2 && word.chars().allMatch(Character::isLetter)) {
                all.add(word);
            }
        }
    }
}
