package io.newsfold.enrich.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells page furniture from the article, block by block: by phrases that are the same on all sites, by repetition, by place, and by how
 * a block ends. Each dropped block says why.
 */
final class Furniture {
    private static final int PHRASE_WORDS = 60;
    private static final int CAPTION_WORDS = 13;
    private static final int SHORT = 12;

    private record Phrase(DropReason reason, Pattern pattern) {
        Phrase(DropReason reason, String pattern) {
            this(reason, Pattern.compile(pattern)); // matched against lower case: cheaper than ignoring it
        }
    }

    /** Phrases by what they belong to; a block of up to 60 words that has one is dropped. */
    private static final List<Phrase> PHRASES = List.of(
            new Phrase(
                    DropReason.LOGIN_FORM,
                    "^something went wrong\\b|details are incorrect|recaptcha|^(?:create|choose) (?:an?|your) (?:\\p{L}+$|account|name|password|preferences|unique name|username)\\b|"
                            + "\\b(?:g|signing|s.g.?.?ing) up,? you agree|^choose how we communicate|^check your e-?mail|confirmation link was sent|"
                            + "enter (?:the|your) e-?mail|to create your\\b.*\\bthis process|^reset instructions sent|forgot(?:ten)? (?:your )?password|"
                            + "^(?:log|sign) ?in(?: or (?:sign up|register|create .*))?[.!]?$|^(?:log|sign) in to (?:continue|your account|comment)|already (?:a (?:subscriber|member)|have an account)|"
                            + "^(?:please )?(?:log|sign) in or |^remember me$|^(?:e-?mail(?: address)?|password|username)(?: required)?\\*?:?$|^register(?: now| here)?[.!]?$|sign up if you're new"),
            new Phrase(
                    DropReason.CONSENT,
                    "\\bwe (?:and our (?:\\d+ )?partners )?use (?:cookies|tracking)|\\bpartners store\\b|\\bstore (?:and|and/or|or) (?:read|access) information|^we value your privacy|which cookies you allow|^before you continue$|\\b(?:accept|reject|manage) (?:all )?(?:cookies|preferences|consent)|\\bcookie (?:policy|settings|preferences|notice)\\b|"
                            + "^(?:accept|reject|agree|allow) (?:all|and continue|and close)?$|your privacy choices|by (?:continuing|using) (?:to (?:use|browse) )?th(?:is|e) (?:web)?site|"
                            + "consent to (?:the use|our use|the storing)|legitimate interest"),
            new Phrase(
                    DropReason.NEWSLETTER,
                    "^subscribe\\b(?!rs)|\\bsign up (?:for|to) (?:our|the|get)|\\b(?:daily|weekly|free|our|morning) (?:\\w+ )?newsletter|get (?:the|our) (?:latest|best|top) .{0,60}(?:inbox|delivered)|"
                            + "straight to your inbox|^discover more from\\b|keep reading and get access|^continue reading\\b|get access to the full archive|become a (?:member|subscriber)|start your (?:free )?trial|"
                            + "^join (?:our|the|us on) .{0,40}(?:channel|telegram|whatsapp|community)|support (?:our|independent) journalism"),
            new Phrase(
                    DropReason.REPLY_FORM,
                    "^leave a (?:reply|comment)|^cancel reply|your e-?mail address will not be published|required fields are marked|^post (?:a )?comment|^(?:\\d+ |view |show |no )?comments?(?: \\(\\d+\\))?$|"
                            + "^save my name|^(?:be the first to )?comment(?: on this)?$|^comments are closed|^join the (?:conversation|discussion)|^reply$|^what do you think\\?|notify me of (?:new|follow)"),
            new Phrase(
                    DropReason.SHARE,
                    "^skip to (?:main )?(?:content|navigation)|^(?:share|tweet|pin|print|e-?mail|copy link|save|whatsapp|facebook|twitter|telegram|linkedin|reddit|x|flipboard)(?: (?:this|on|via|the|article|story|post|link|facebook|twitter|x|e-?mail|\\d+))*[.:!]?$|"
                            + "^share (?:this|on|via)\\b|^follow (?:us|me) (?:on|in)\\b|^back to top\\b|^click to share|^listen to this article|^\\d+ shares?$|^for more: |you can follow us on|^print this (?:page|article)"),
            new Phrase(
                    DropReason.RELATED,
                    "^(?:related|recommended|popular|trending|top|more|latest|similar|other|editor['’]?s?)(?: (?:articles?|content|stories|posts?|videos?|news|coverage|topics|reads?|picks?|links|for you|from|on this|in))+\\b.{0,40}$|"
                            + "^(?:related|recommended|most (?:read|popular|viewed|shared)|read (?:more|also|next)|see also|more (?:like this|on this)|you (?:may|might) (?:also )?(?:like|enjoy)|"
                            + "also (?:read|see)|don['’]t miss|up next|watch (?:now|next|live)|what to read next|tags|filed under|topics|advertisement|sponsored(?: content)?|promoted)\\b.{0,80}$"),
            new Phrase(
                    DropReason.AFFILIATE,
                    "when you purchase through links|earn (?:a|an) (?:small |affiliate )?commission|\\baffiliate (?:links?|commission)|supported by our audience"),
            new Phrase(
                    DropReason.COPYRIGHT,
                    "^(?:©|\\(c\\)|copyright)\\s|all rights reserved|^(?:terms (?:of|and)|privacy) \\w+(?: \\w+)?$|may not be (?:published|reproduced|redistributed)"),
            new Phrase(
                    DropReason.SYNDICATION,
                    "^\\W{0,3}(?:source of information|this (?:article|story|post|piece) (?:was |has been )?(?:originally |first )?(?:published|appeared|ran)|"
                            + "originally (?:published|appeared)|first (?:published|appeared) (?:on|in|at)|(?:source|via|quelle): ?.{2,60}$|the post .{5,300} (?:appeared first|first appeared) on|"
                            + "read the (?:full|original) (?:article|story) (?:at|on)|.{0,40}\\b(?:reprinted|republished|syndicated) (?:with permission|from|under))"),
            new Phrase(
                    DropReason.PHOTO_CREDIT,
                    "^\\W{0,3}(?:photos?|image|images|picture|pictures|video|foto|illustration|screenshot|credit|photograph)s?(?: (?:source|credit|courtesy|by|of)\\b|:|/|©).{0,100}$|"
                            + "(?:getty images|/reuters|/ap|/afp|shutterstock|istock|wikimedia commons|zuma press|epa-efe)\\W{0,3}$|^©? ?.{0,60}(?:\\bvia getty\\b|/ ?getty)"));

    private static final Pattern TAIL = Pattern.compile(
            "^(?:author|about (?:the )?authors?|written by|leave a (?:reply|comment)|related (?:articles|content|posts|stories|news|topics)|recommended(?: (?:for you|reading|stories))?|more (?:from|stories|news)|"
                    + "read (?:more|next)|comments?|discover more from|most (?:read|popular)|tags|share this|back to top|you (?:may|might) also like)\\b.{0,60}$",
            Pattern.CASE_INSENSITIVE);

    private Furniture() {}

    /** The reason why a block is furniture by its words alone, where it is. */
    static Optional<DropReason> byPhrase(Block block) {
        if (block.words() > PHRASE_WORDS) {
            return Credits.APPEARED_FIRST.matcher(block.text()).matches()
                    ? Optional.of(DropReason.SYNDICATION)
                    : Optional.empty();
        }
        String text = block.text().toLowerCase(Locale.ROOT);
        for (Phrase phrase : PHRASES) {
            if (phrase.pattern().matcher(text).find()) {
                return Optional.of(phrase.reason());
            }
        }
        return Optional.empty();
    }

    /** The same blocks in the same order; those that are not part of the article say why. */
    static List<Block> mark(List<Block> blocks, String headline) {
        List<Block> marked = new ArrayList<>(blocks);
        markPhrases(marked);
        markHeadline(marked, headline);
        markBeforeRepeatedHeadline(marked, headline);
        markGaps(marked, DropReason.LOGIN_FORM);
        markTail(marked);
        markRepeated(marked);
        markBylines(marked);
        markCaptions(marked);
        markLoneLines(marked);
        return marked;
    }

    private static void markPhrases(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Optional<DropReason> reason = byPhrase(block);
            if (block.kept() && reason.isPresent()) {
                blocks.set(i, block.drop(reason.get()));
            } else if (block.kept() && block.kind() == Block.Kind.CAPTION) {
                blocks.set(i, block.drop(DropReason.CAPTION));
            } else if (block.kept() && block.linkShare() > 0.6 && block.words() < 40 && !block.endsLikeSentence()) {
                blocks.set(i, block.drop(DropReason.LINKS));
            }
        }
    }

    private static void markHeadline(List<Block> blocks, String headline) {
        String bare = Words.bare(headline);
        for (int i = 0; i < blocks.size(); i++) {
            String other = Words.bare(blocks.get(i).text());
            boolean same = other.equals(bare)
                    || bare.length() >= 20 && other.contains(bare) && other.length() - bare.length() <= 40
                    || bare.length() >= 20 && bare.contains(other) && other.length() > bare.length() * 0.8;
            if (blocks.get(i).kept() && same && !bare.isEmpty()) {
                blocks.set(i, blocks.get(i).drop(DropReason.HEADLINE));
            }
        }
    }

    /** Between a title at the top and the headline below it stands the site's own matter, log-in forms above all. */
    private static void markBeforeRepeatedHeadline(List<Block> blocks, String headline) {
        int last = -1;
        for (int i = 0; i < blocks.size() * 0.6; i++) {
            last = blocks.get(i).dropped() == DropReason.HEADLINE ? i : last;
        }
        boolean proseAbove = blocks.subList(0, Math.max(last, 0)).stream().anyMatch(b -> b.kept() && b.words() > 30);
        if (last < 0 || proseAbove || headline.isEmpty()) {
            return;
        }
        for (int i = 0; i < last; i++) {
            if (blocks.get(i).kept()) {
                blocks.set(i, blocks.get(i).drop(i == 0 ? DropReason.SECTION_NAME : DropReason.FURNITURE));
            }
        }
    }

    /** Short lines between two blocks of one form belong to the form. */
    private static void markGaps(List<Block> blocks, DropReason form) {
        int before = -1;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).dropped() == form) {
                for (int j = before + 1; before >= 0 && i - before <= 4 && j < i; j++) {
                    if (blocks.get(j).kept() && blocks.get(j).words() <= 30) {
                        blocks.set(j, blocks.get(j).drop(form));
                    }
                }
                before = i;
            }
        }
    }

    /** From the first heading of the page's foot on, all is foot, as long as no long run of prose follows. */
    private static void markTail(List<Block> blocks) {
        for (int i = blocks.size() / 3; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.words() <= SHORT && TAIL.matcher(block.text()).matches()) {
                boolean author = block.text().toLowerCase(Locale.ROOT).contains("author");
                List<Block> rest = blocks.subList(i + 1, blocks.size());
                long prose = rest.stream()
                        .filter(b -> b.kept() && b.words() > 25 && b.endsLikeSentence())
                        .count();
                if (prose <= (author ? 2 : 0)) {
                    for (int j = i; j < blocks.size(); j++) {
                        if (blocks.get(j).kept()) {
                            blocks.set(j, blocks.get(j).drop(author ? DropReason.BIOGRAPHY : DropReason.RELATED));
                        }
                    }
                    return;
                }
            }
        }
    }

    /** A line that stands twice without a full stop is a caption; a paragraph that stands twice is kept once. */
    private static void markRepeated(List<Block> blocks) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String bare = Words.bare(block.text());
            Integer before = block.kept() && bare.length() > 15 ? first.putIfAbsent(bare, i) : null;
            if (before != null) {
                boolean caption = !block.endsLikeSentence() && i - before <= 3;
                blocks.set(i, block.drop(caption ? DropReason.CAPTION : DropReason.REPEATED));
                if (caption) {
                    blocks.set(before, blocks.get(before).drop(DropReason.CAPTION));
                }
            }
        }
    }

    private static void markBylines(List<Block> blocks) {
        int last = lastKept(blocks);
        int seen = 0;
        for (int i = last; i >= 0 && seen < 4; i--) {
            if (blocks.get(i).kept()) {
                seen++;
                if (Bylines.isBiography(blocks.get(i))) {
                    blocks.set(i, blocks.get(i).drop(DropReason.BIOGRAPHY));
                }
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kept() && block.words() <= 15 && !Bylines.in(block.text()).isEmpty()) {
                blocks.set(i, block.drop(DropReason.BYLINE));
            }
        }
    }

    /** Among paragraphs that end in full stops, a long line that does not, next to a caption or a photo's credit, is a caption. */
    private static void markCaptions(List<Block> blocks) {
        int last = lastKept(blocks);
        for (int i = 1; i < last; i++) {
            Block block = blocks.get(i);
            boolean isList = block.kind() == Block.Kind.ITEM || block.kind() == Block.Kind.HEADING;
            boolean beside = isPicture(blocks.get(i - 1)) || isPicture(blocks.get(i + 1));
            if (block.kept()
                    && !isList
                    && beside
                    && block.words() >= CAPTION_WORDS
                    && block.words() <= PHRASE_WORDS
                    && !block.endsLikeSentence()) {
                blocks.set(i, block.drop(DropReason.CAPTION));
            }
        }
    }

    private static boolean isPicture(Block block) {
        return block.dropped() == DropReason.CAPTION || block.dropped() == DropReason.PHOTO_CREDIT;
    }

    /** Short lines before the first and after the last paragraph are no subheadings. */
    private static void markLoneLines(List<Block> blocks) {
        int first = 0;
        while (first < blocks.size() && !isProse(blocks.get(first))) {
            first++;
        }
        int last = blocks.size() - 1;
        while (last >= 0 && !isProse(blocks.get(last))) {
            last--;
        }
        if (first > last) {
            return; // no prose at all: whatever is there is the article
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean outside = i < first || i > last;
            boolean lone = outside && block.words() <= SHORT && !block.endsLikeSentence();
            if (block.kept() && lone) {
                blocks.set(
                        i,
                        block.drop(i < first && block.words() <= 3 ? DropReason.SECTION_NAME : DropReason.FURNITURE));
            } else if (block.kept() && !seen.add(Words.bare(block.text())) && block.words() > 2) {
                blocks.set(i, block.drop(DropReason.REPEATED));
            }
        }
    }

    private static boolean isProse(Block block) {
        return block.kept() && block.endsLikeSentence() && block.words() >= 6;
    }

    private static int lastKept(List<Block> blocks) {
        int last = blocks.size() - 1;
        while (last >= 0 && !blocks.get(last).kept()) {
            last--;
        }
        return last;
    }
}
