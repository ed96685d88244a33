package io.newsfold.enrich.clean.field;

import java.util.Locale;
import java.util.regex.Pattern;

/** The words beside a date that say what happened then: publication or a change. */
final class DateLabels {
    /** In the languages of most pages; a word that begins like this one counts, too. */
    private static final Pattern UPDATE = Pattern.compile(
            "(?<!\\p{L})(?:updat|last (?:change|edit|modif)|modif|edited|revis|aktuali|geändert|"
                    + "änderung|mise? à jour|màj|actuali[zst]|atuali[sz]|aggiorna|bijgewerkt|gewijzigd|zaktuali|"
                    + "обновл|измен|оновл|güncelle|uppdater|opdater|oppdater|päivit|muokat|ενημ|τελευταία|актуали|"
                    + "frissít|cập nhật|diperbarui|kemas ?kini|ażuri|ажурир|abgeändert|eguneratu)|"
                    + "تحديث|تعديل|به‌روز|بروزرسانی|更新|修改|最终|수정|업데이트|अपडेट|संशोधित|আপডেট|"
                    + "עודכן|עדכון|อัปเดต|อัพเดท|แก้ไข",
            Pattern.UNICODE_CASE);

    private static final Pattern PUBLICATION = Pattern.compile(
            "(?<!\\p{L})(?:publi|posted|first |veröffentlicht|erschienen|erstellt|eingestellt|gepostet|geschrieben|"
                    + "verfasst|stand|datum|date|fecha|data|mis en ligne|créé|paru|escrito|creado|postado|pubblicato|"
                    + "geplaatst|gepubliceerd|dodano|data publikacji|utworzono|опублик|дата|размещен|додано|yayın|"
                    + "eklenme|giriş|tarih|julkaist|luotu|δημοσ|ημερ|objavlj|zveřejn|vydáno|megjelen|közzé|đăng|"
                    + "dipublikasi|diterbitkan|terbit|submitted|gespeichert|created|written|on)(?!\\w*day)|"
                    + "نشر|تاريخ|انتشار|تاریخ|发布|發布|公開|掲載|配信|入力|입력|등록|게시|प्रकाशित|पब्लिश|প্রকাশ|"
                    + "פורסם|תאריך|เผยแพร่|วันที่",
            Pattern.UNICODE_CASE);

    /** Words before a date that belongs to something else: a deadline, a membership, an appointment. */
    private static final Pattern OTHER = Pattern.compile(
            "(?<!\\p{L})(?:bis|until|till|jusqu|hasta|até|fino a|t/m|verfügbar|available|expires?|valid|gültig|"
                    + "regist|joined|member|mitglied|beigetreten|dabei seit|born|geboren|inscri|membre|"
                    + "copyright|(?:termine?|wann|when|beginn|starts?)(?!\\p{L})|©)|©",
            Pattern.UNICODE_CASE);

    private DateLabels() {}

    static boolean isOfSomethingElse(String text) {
        return OTHER.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    static boolean isUpdate(String text) {
        return UPDATE.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    static boolean isPublication(String text) {
        return PUBLICATION.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
