# The toil ledger of a team: the weekly sheet, the kinds of toil, where the hours go.

action-open-toil = Toil ledger: fill in the week
toil-title = Toil ledger
toil-hours-of-team = Hours of the whole team, never of a person.

## Where the hours go

toil-where = Where the hours go
toil-hours-a-week = hours a week
toil-together = Together
toil-from-to = { $before } → { $now }
toil-line = { $name }: { $before } hours a week before, { $now } now
toil-line-now = { $name }: { $now } hours a week
toil-since-step = Before and since step { $number } of { $date }: means of { $before } and { $now } sheets.
toil-gave-back = It gave back { $hours } hours a week.
toil-took = Toil took { $hours } hours a week more.
toil-newest = The newest sheet. A step with a sheet before and one since shows what it gave back.
toil-none = No toil ledger yet. It says which manual work takes the team's hours, and what an experiment gives back.
toil-no-sheet = No week is filled in yet.
toil-begin-open = Begin a toil ledger
toil-fill-in = Fill in the week

## Begin

toil-begin-text = Once a week the team writes down how many hours each kind of toil took. Toil is work that is manual, repetitive, automatable or tactical, leaves nothing better behind, or grows with the service. Each week becomes a number of a metric.
toil-begin-metric = Metric of the weekly share
toil-begin-new = A new one: Toil, in %
toil-metric-name = Toil
toil-metric-definition = Hours of the week that the whole team spends on the kinds of toil of its ledger, in percent of all hours it works in that week.
toil-begin = Begin the ledger
toil-begun = Toil ledger begun.

## The sheet

toil-week = Week
toil-week-option = Week { $number }, to { $date }
toil-week-option-saved = Week { $number }, to { $date }, saved
toil-kind = Kind of toil
toil-hours = Hours
toil-all-hours = All hours of the team
toil-sum = Toil together
toil-sum-of = { $toil } of { $all } h
toil-save = Save the week
toil-saved = Week saved.
toil-as-before = It opens with the numbers of the last sheet before it.
toil-hours-invalid = These are no hours: { $kinds }. Write them like 3 or 2.5.
toil-all-missing = Write down how many hours the team worked in the week.
toil-no-kinds = Write down the first kind of toil.
toil-two-sheets = Two people saved this sheet with different hours. What you save now is what stands.

## What the sheets say

toil-share = Toil, week { $number }
toil-limit = Limit
toil-overhead = Overhead
toil-limit-prompt = Share of toil not to exceed
toil-overhead-prompt = Meetings and the like
toil-over = Over the limit
toil-more-weeks = { $count ->
    [one] One more week until a line through the weeks says where they lead.
   *[other] { $count } more weeks until a line through the weeks says where they lead.
}
toil-grows = Toil grows by { $points } points a week.
toil-shrinks = Toil shrinks by { $points } points a week.
toil-steady = Toil stays as it is.
toil-reaches-limit = At this rate it reaches the limit about { $date }.
toil-reached-limit = The line crossed the limit about { $date }.
toil-reaches-full = Nothing is left for improvement about { $date }.
toil-feeds = Each week is a number of the metric “{ $metric }”.

## Saved weeks

toil-weeks = { $count ->
    [one] One saved week
   *[other] { $count } saved weeks
}
toil-week-name = Week { $number }, to { $date }
toil-toil = Toil
toil-all = All hours
toil-percent = Share
toil-tools = Tools
toil-correct = Correct { $week }
toil-remove-week = Remove { $week }
toil-week-removed = Week removed, with its number.

## Kinds of toil

toil-kinds = Kinds of toil
toil-kinds-text = Which of these six is it? Work with none of them is no toil.
toil-kind-add = Add
toil-kind-new = Another kind of toil
toil-kind-prompt = Deployments by hand
toil-kind-gone = Kind of toil taken off the sheet. Its hours of past weeks stay.
toil-kind-moved = Kind of toil moved.
toil-kind-remove = Take it off the sheet
toil-attributes-of = What makes { $name } toil
toil-attribute-manual = manual
toil-attribute-repetitive = repetitive
toil-attribute-automatable = automatable
toil-attribute-tactical = tactical
toil-attribute-no_enduring_value = no enduring value
toil-attribute-grows_with_the_service = grows with the service
toil-attribute-none = none
