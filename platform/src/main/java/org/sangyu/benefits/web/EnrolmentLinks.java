package org.sangyu.benefits.web;

import java.util.ArrayList;
import java.util.List;
import org.sangyu.benefits.internal.enrolment.ApplyForBenefit;
import org.sangyu.benefits.internal.enrolment.ChangeAccount;
import org.sangyu.shared.Desk;
import org.sangyu.shared.PlaceLevel;
import org.sangyu.ui.Words;

/** The other pages of enrolment that a desk may use, for the head of the register. */
final class EnrolmentLinks {

    private EnrolmentLinks() {}

    static List<EnrolmentListView.Link> of(Desk desk, Words words) {
        List<EnrolmentListView.Link> links = new ArrayList<>();
        if (ApplyForBenefit.mayApply(desk.role())) {
            links.add(link("/enrolments/apply", "benefits.apply", words));
        }
        if (ChangeAccount.mayConfirm(desk.role())) {
            links.add(link("/enrolments/accounts", "benefits.accounts", words));
        }
        links.add(link("/enrolments/unclaimed", "benefits.unclaimed", words));
        links.add(link("/enrolments/holds", "benefits.holds", words));
        links.add(link("/enrolments/notices", "benefits.notices", words));
        links.add(link("/enrolments/mirrored", "benefits.mirror.link", words));
        links.add(link("/enrolments/deliveries", "benefits.deliveries.link", words));
        if (desk.place().level().compareTo(PlaceLevel.COUNTY) >= 0) {
            links.add(link("/enrolments/settings", "benefits.settings", words));
        }
        return links;
    }

    private static EnrolmentListView.Link link(String href, String key, Words words) {
        return new EnrolmentListView.Link(href, words.say(key));
    }
}
