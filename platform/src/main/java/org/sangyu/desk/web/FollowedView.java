package org.sangyu.desk.web;

import org.sangyu.desk.internal.Newest;
import org.sangyu.ui.Formats;
import org.sangyu.ui.Words;

/**
 * One thing that is followed.
 *
 * @param name what it is called
 * @param kind what it is, in words
 * @param href its page
 * @param sentence the newest of it
 * @param at day and time of that
 * @param code of its kind, for the form
 * @param subject its id, for the form
 */
public record FollowedView(
        String name, String kind, String href, String sentence, String at, String code, String subject) {

    static FollowedView of(Newest.Thing thing, Words words) {
        return new FollowedView(
                thing.news().name(),
                words.say("desk.followed.kind." + thing.mark().kind()),
                thing.news().href(),
                thing.news().sentence(),
                Formats.instant(thing.news().at()),
                thing.mark().kind().name(),
                thing.mark().subject().toString());
    }
}
