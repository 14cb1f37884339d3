//! Searching the words of a board, and finding earlier steps like the one being written.

use kata_core::views::lines::Look;
use kata_core::views::search::{self, Row};
use kata_core::workspace::Workspace;
use kata_domain::noun::Entity;
use kata_domain::wire_name::camel;
use kata_store::outbox::search::{Marked, Words};
use kata_store::searchable::{KINDS, Texts};
use kata_wire::{CoreError, Hit, Hits, Search, SimilarSteps, SimilarStepsGet, Snippet};

use super::session::Session;

/// Hits that an answer has where nothing else is asked for, and at most.
const HITS: usize = 20;
const MOST: usize = 50;
/// Earlier steps that are shown, and those they are chosen from.
const SIMILAR: usize = 3;
const CANDIDATES: usize = 30;

/// Rows that have all the words.
///
/// # Errors
/// When the file or the index does not answer.
pub fn search(_: &Session, workspace: &Workspace, request: Search) -> Result<Hits, CoreError> {
    let (index, indexing) = workspace.search_index()?;
    let Some(words) = Words::every(&request.query) else {
        return Ok(Hits {
            hits: Vec::new(),
            indexing,
        });
    };
    let limit = request.limit.unwrap_or(HITS).min(MOST);
    let team = request.team_id.map(|team| team.0);
    let found = index
        .ask(&words, None, team, limit)
        .map_err(CoreError::private)?;
    let rows = workspace.look(|look| search::rows(look, &found))?;
    let marked = index
        .mark(&words, &texts(&rows))
        .map_err(CoreError::private)?;
    let hits = workspace.look(|look| {
        let hit = |marked: &Marked| marked_hit(look, &rows[marked.index], marked);
        marked.iter().map(hit).collect()
    })?;
    Ok(Hits { hits, indexing })
}

fn marked_hit(look: &Look<'_>, row: &Row, marked: &Marked) -> Result<Hit, CoreError> {
    let mut hit = search::hit(look, row)?;
    hit.title = marked.snippet(0);
    hit.snippet = marked.marked_part(1).map(|part| Snippet {
        field: camel(row.kind.entity.searched()[part]),
        pieces: marked.snippet(part),
    });
    Ok(hit)
}

/// Closed steps of any team that are like a text.
///
/// # Errors
/// As for a search.
pub fn similar_steps(
    _: &Session,
    workspace: &Workspace,
    request: SimilarStepsGet,
) -> Result<SimilarSteps, CoreError> {
    let (index, indexing) = workspace.search_index()?;
    let mut steps = Vec::new();
    if let Some(words) = Words::any(&request.text) {
        let kind = KINDS
            .iter()
            .position(|kind| kind.entity == Entity::Experiment);
        let found = index
            .ask(&words, kind, None, CANDIDATES)
            .map_err(CoreError::private)?;
        let rows = workspace.look(|look| search::rows(look, &found))?;
        let marked = index
            .mark(&words, &texts(&rows))
            .map_err(CoreError::private)?;
        // One word in common is chance, unless there is only one.
        let alike = marked
            .iter()
            .filter(|row| row.different() >= words.count.min(2));
        let except = request.except_id.map(|id| id.0);
        workspace.look(|look| {
            for marked in alike.filter(|marked| Some(rows[marked.index].id) != except) {
                if steps.len() == SIMILAR {
                    break;
                }
                if let Some(mut step) = search::similar(look, &rows[marked.index])? {
                    step.step = marked.snippet(0);
                    steps.push(step);
                }
            }
            Ok(())
        })?;
    }
    Ok(SimilarSteps { steps, indexing })
}

fn texts(rows: &[Row]) -> Vec<Texts> {
    rows.iter().map(|row| row.texts.clone()).collect()
}
