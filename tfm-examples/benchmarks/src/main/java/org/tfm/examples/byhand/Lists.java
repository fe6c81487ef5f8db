package org.tfm.examples.byhand;

import com.google.common.collect.ImmutableList;
import org.tfm.model.assessment.StatedTerm;

/** The undertakings and provision, which are the same for every application. */
final class Lists {

  static final ImmutableList<StatedTerm> UNDERTAKINGS =
      list(
          new StatedTerm(
              "action-plan",
              "The school will develop an action plan: lead participants, headteacher and Mastery Specialist together.",
              Row.plain("work groups, third point"),
              Row.line(212)),
          new StatedTerm(
              "school-policies",
              "The school will have its headteacher shape policies and structures for mastery with the specialist and the hub.",
              Row.plain("work groups, fourth point"),
              Row.line(221)),
          new StatedTerm(
              "work-with-colleagues",
              "The school will let its lead participants, backed by the headteacher, develop mastery with their colleagues.",
              Row.plain("work groups, fifth point"),
              Row.line(230)),
          new StatedTerm(
              "meetings",
              "The school will send its lead participants to the group's half-day meetings.",
              Row.plain("expectations of schools, first point"),
              Row.line(239)),
          new StatedTerm(
              "classroom-changes",
              "The school will have its lead participants change their own maths lessons first, and others before the year is over.",
              Row.plain("expectations of schools, first point"),
              Row.line(248)),
          new StatedTerm(
              "headteacher-meetings",
              "The school will have its headteacher meet the specialist, the hub and the other headteachers of the group.",
              Row.read("expectations of schools, third point", "no number of meetings is stated"),
              Row.line(257)),
          new StatedTerm(
              "whole-school-introduction",
              "The school will bring mastery approaches into the whole school.",
              Row.plain("expectations of schools, fourth point"),
              Row.line(267)),
          new StatedTerm(
              "teacher-research-groups",
              "The school will set up research groups of its own teachers for their development.",
              Row.plain("expectations of schools, fourth point"),
              Row.line(276)),
          new StatedTerm(
              "reports",
              "The school will provide the reports the hub asks for.",
              Row.plain("expectations of schools, fifth point"),
              Row.line(285)),
          new StatedTerm(
              "evaluation",
              "The school will take part in any evaluation that is asked for.",
              Row.plain("expectations of schools, fifth point"),
              Row.line(294)),
          new StatedTerm(
              "continued-collaboration",
              "The school will go on working with the schools of its group in 2023/24 and later.",
              Row.plain("expectations of schools, sixth point"),
              Row.line(303)),
          new StatedTerm(
              "next-stage",
              "The school is expected to stay with its group after the first year, to embed mastery and then to sustain it.",
              Row.plain("work groups, paragraph after the points"),
              Row.line(312)));

  static final ImmutableList<StatedTerm> PROVISION =
      list(
          new StatedTerm(
              "start", "Groups start in September 2022.", Row.plain("heading"), Row.line(323)),
          new StatedTerm(
              "focus",
              "The schools of a group introduce mastery approaches together and develop them during the year.",
              Row.plain("work groups, second sentence"),
              Row.line(332)),
          new StatedTerm(
              "meetings",
              "Lead participants and specialist meet regularly, for half a day each time, as a research group of teachers.",
              Row.read(
                  "work groups, second point; expectations of schools, first point",
                  "regular has no figure here"),
              Row.line(341)),
          new StatedTerm(
              "online-community",
              "The group also meets in an online community.",
              Row.plain("work groups, second point"),
              Row.line(351)),
          new StatedTerm(
              "support-visits",
              "The specialist comes to each school in every term: to see lessons, to help its research groups and to work on its action plan.",
              Row.plain("work groups, third point"),
              Row.line(360)),
          new StatedTerm(
              "teacher-development",
              "The specialist gives the lead teachers professional development of high quality.",
              Row.plain("benefits, first point"),
              Row.line(369)),
          new StatedTerm(
              "leadership-support",
              "Specialist and hub help the headteacher with leading mastery.",
              Row.plain("benefits, second point"),
              Row.line(378)),
          new StatedTerm(
              "advocate-headteacher",
              "A headteacher from the area who works with the hub supports the headteacher.",
              Row.plain("benefits, third point"),
              Row.line(387)),
          new StatedTerm(
              "collaboration",
              "Schools work closely with schools that have the same aim.",
              Row.plain("benefits, fourth point"),
              Row.line(396)),
          new StatedTerm(
              "follow-on-lead",
              "The same specialist usually leads the groups that follow, and the hub supports them.",
              Row.plain("work groups, paragraph after the points"),
              Row.line(405)),
          new StatedTerm(
              "selection",
              "The hub chooses the schools that take part; an application is not yet a place.",
              Row.read(
                  "expectations of schools, opening line", "how the hub chooses is not published"),
              Row.line(414)),
          new StatedTerm(
              "early-applications",
              "Early applications are welcome; they give no school an advantage.",
              Row.read(
                  "how to apply, first paragraph",
                  "a welcome is not a priority, so the date ranks nobody"),
              Row.line(424)),
          new StatedTerm(
              "placement",
              "A school may name others, of its trust or cluster for instance, as its wish for the same group.",
              Row.read(
                  "how to apply, second paragraph",
                  "a wish, not a promise; it cannot stretch the size of a group"),
              Row.line(434)),
          new StatedTerm(
              "contact",
              "The hub gets in touch after an application and explains what comes next.",
              Row.read("how to apply, third paragraph", "no time is stated"),
              Row.line(444)));

  private Lists() {}

  private static ImmutableList<StatedTerm> list(StatedTerm... terms) {
    return ImmutableList.copyOf(terms);
  }
}
